import { z } from "zod";
import { id, inLab, inPlace, objectName } from "./lab";

/** What a lab keeps and a person can point at: in a comment, a share, an activity, a search or the trash. */
export const objectKinds = [
  "model",
  "paradigm",
  "experiment",
  "run",
  "dataset",
  "comparison",
  "dashboard",
] as const;
export const objectKind = z.enum(objectKinds);
export type ObjectKind = z.infer<typeof objectKind>;

export const objectRef = z.object({ kind: objectKind, id });
export type ObjectRef = z.infer<typeof objectRef>;

export const objectTitle = {
  model: "Model",
  paradigm: "Paradigm",
  experiment: "Experiment",
  run: "Run",
  dataset: "Dataset",
  comparison: "Comparison",
  dashboard: "Dashboard",
} as const satisfies Record<ObjectKind, string>;

/** One text per object: for maps and React keys. */
export const objectKey = ({ kind, id }: ObjectRef): string => `${kind} ${id}`;

/** An object as others point at it. */
export const foundObject = z.object({
  ref: objectRef,
  name: z.string(),
  /** "v3": its newest version; null where the object has none. */
  version: z.string().nullable(),
  /** Address of its page. */
  href: z.string(),
  labId: id,
  createdAt: z.date(),
});
export type FoundObject = z.infer<typeof foundObject>;

/** What a noun's service says of its own rows; server/objects makes a FoundObject of it. */
export interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly version: string | null;
  readonly createdAt: Date;
}
/** Either these ids, or the newest whose name holds the text. */
export type NameFilter =
  { readonly ids: readonly string[] } | { readonly text: string; readonly limit: number };

export const objectGetInput = inPlace.extend({ ref: objectRef });
/** Kinds that a person may name and tag. Runs are called by what they compute, paradigms belong to their versions. */
export const labelledKinds = ["model", "experiment", "dataset", "comparison", "dashboard"] as const;
export const labelledRef = z.object({ kind: z.enum(labelledKinds), id });
export type LabelledRef = z.infer<typeof labelledRef>;
export const tag = z
  .string()
  .max(60)
  .overwrite((text) =>
    text
      .normalize()
      .replaceAll(/[\s\p{Cc}]+/gu, " ")
      .trim(),
  )
  .pipe(z.string().min(1, "Write a word.").max(40, "At most 40 characters."));
export const mostTags = 20;
export const objectRenameInput = inLab.extend({ ref: labelledRef, name: objectName });
/** What it was called before, to take it back. */
export const objectRenamed = z.object({ ref: labelledRef, name: z.string(), before: z.string() });
export const objectTagInput = inLab.extend({
  ref: labelledRef,
  add: z.array(tag).max(mostTags).default([]),
  remove: z.array(z.string().max(200)).max(mostTags).default([]),
});
export const objectTagged = z.object({ ref: labelledRef, tags: z.array(z.string()) });
export const objectListInput = inPlace.extend({
  /** All kinds unless said. */
  kinds: z.array(objectKind).min(1).max(objectKinds.length).optional(),
  /** Part of a name. */
  text: z.string().trim().max(120).default(""),
  /** Of each kind. */
  limit: z.number().int().min(1).max(100).default(20),
});
