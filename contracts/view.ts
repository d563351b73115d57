import { z } from "zod";
import { author, id, inLab, objectName } from "./lab";

/** Lists that can be looked at in saved ways. */
export const listNames = [
  "models",
  "experiments",
  "runs",
  "datasets",
  "paradigms",
  "comparisons",
  "dashboards",
] as const;
export const listName = z.enum(listNames);
export type ListName = z.infer<typeof listName>;

/** The query of the list's address, as the page writes it; what a list cannot read, it leaves out. */
const query = z.string().max(4000);

export const savedView = z.object({
  id,
  list: listName,
  name: z.string(),
  query,
  shared: z.boolean(),
  author,
  /** Whether the reader made it, and so may change it. */
  mine: z.boolean(),
  /** Whether the list opens with it, for the reader. */
  isDefault: z.boolean(),
});
export type SavedView = z.infer<typeof savedView>;

export const viewListInput = inLab.extend({ list: listName });
export const viewRefInput = inLab.extend({ id });
export const viewSaveInput = viewListInput.extend({ name: objectName, query });
export const viewChangeInput = viewRefInput.extend({ name: objectName.optional(), query: query.optional() });
export const viewShareInput = viewRefInput.extend({ shared: z.boolean() });
/** Null: the list opens as it stands. */
export const viewDefaultInput = viewListInput.extend({ view: id.nullable() });
/** As many views of one list as a person may keep. */
export const mostViews = 50;
