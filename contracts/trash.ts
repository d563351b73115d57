import { z } from "zod";
import { inLab, inPlace } from "./lab";
import { listInput, type ListShape } from "./list";
import { foundObject, objectRef } from "./object";

/** What a person can move to the trash. Runs leave with their experiments. */
export const trashKinds = ["model", "paradigm", "experiment", "dataset", "comparison", "dashboard"] as const;
export const trashKind = z.enum(trashKinds);
export type TrashKind = z.infer<typeof trashKind>;

export const trashRef = objectRef.extend({ kind: trashKind });
export type TrashRef = z.infer<typeof trashRef>;
export const trashInput = inLab.extend({ ref: trashRef });
export const trashPlaceInput = inPlace.extend({ ref: trashRef });

export const trashList = {
  sorts: ["-trashed", "name", "kind"],
  columns: ["kind", "author"],
} as const satisfies ListShape;
export const trashListInput = listInput(trashList);

/** Something in the trash. */
export const trashed = z.object({
  /** As in `objectKey`. */
  id: z.string(),
  object: foundObject,
  name: z.string(),
  /** Who put it there; null for an account that is gone. */
  by: z.string().nullable(),
  at: z.date(),
  /** When it is deleted for good. */
  until: z.date(),
  /** What stands on it: as long as these are there, it stays. */
  keptBy: z.array(foundObject),
});
export type Trashed = z.infer<typeof trashed>;
