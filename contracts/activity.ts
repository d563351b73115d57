import { z } from "zod";
import { type Action, acts, auditDetails, auditKind, auditKinds } from "./audit";
import { id, inLab } from "./lab";
import { typedText } from "./list";

/** What was done in a lab, as its members and, in full, its owners read it. */

const action = z.enum(Object.keys(acts) as [Action, ...Action[]]);
const day = z.iso
  .date("Write a day as 2026-11-28.")
  .refine((written) => written >= "1900", "Write a day after 1900.");

export const entryView = z.object({
  /** Later entries have higher ones. */
  id: z.number().int(),
  at: z.date(),
  /** Null where the machinery did it, or another lab. */
  actor: z.object({ id, name: z.string() }).nullable(),
  action,
  object: z.object({
    kind: auditKind,
    id,
    /** As it was called then; a member by the name of today. Empty where there is none. */
    name: z.string(),
    /** Null where nothing is to be seen any more. */
    href: z.string().nullable(),
  }),
  /** The other lab of an act between two. */
  otherLab: z.string().nullable(),
  details: auditDetails,
});
export type EntryView = z.infer<typeof entryView>;

/** Nobody: what the machinery did, and other labs. */
export const nobody = "nobody";
export const logFilter = z.object({
  person: id.optional(),
  action: action.optional(),
  kind: z.enum(auditKinds).optional(),
  /** One object of that kind. */
  object: id.optional(),
  /** Part of the object's name. */
  text: typedText.optional(),
  /** Days in UTC, both included. */
  from: day.optional(),
  until: day.optional(),
});
export type LogFilter = z.infer<typeof logFilter>;

const paged = inLab.extend({
  limit: z.number().int().min(1).max(200).default(50),
  /** Entries before this one. */
  cursor: z.int32().nullish(),
});
export const activityInput = paged;
export const logInput = paged.extend(logFilter.shape);
export const entryPage = z.object({
  entries: z.array(entryView),
  /** Null after the first entry of all. */
  nextCursor: z.number().int().nullable(),
});
/** Who stands in the log. */
export const logPeople = z.array(z.object({ id, name: z.string() }));

export const logFormats = ["csv", "json"] as const;
export const logExport = logFilter.extend({ format: z.enum(logFormats) });
