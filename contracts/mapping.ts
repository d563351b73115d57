import { z } from "zod";
import { author, id, inLab, objectName } from "./lab";
import { answers } from "./reading";

/** Answers that were given for one file and fit the next one of the same layout. */
export const savedMapping = z.object({
  id,
  name: z.string(),
  /** As readers call it: "table of trials". */
  format: z.string(),
  /** SHA-256 of what a file is made of: names and kinds of its columns or variables. */
  layout: z.string(),
  answers,
  author,
  updatedAt: z.date(),
});
export type SavedMapping = z.infer<typeof savedMapping>;

/** The same name is written over: a mapping is a way of filling a form, and changes no numbers. */
export const mappingSaveInput = inLab.extend({
  name: objectName,
  format: z.string().max(200),
  layout: z.string().regex(/^[0-9a-f]{64}$/),
  answers,
});
export type MappingSave = z.infer<typeof mappingSaveInput>;
export const mappingRefInput = inLab.extend({ mappingId: id });
/** A lab keeps so many for files of one layout. */
export const mostMappings = 50;
