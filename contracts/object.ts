import { z } from "zod";
import { id } from "./lab";

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
