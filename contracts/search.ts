import { z } from "zod";
import { id, inLab } from "./lab";
import { typedText } from "./list";
import { type ObjectKind, objectRef, tag } from "./object";

/** What a search finds, in the order in which it shows them. */
export const searchKinds = [
  "comparison",
  "experiment",
  "model",
  "dashboard",
  "dataset",
  "paradigm",
  "comment",
  "run",
] as const satisfies readonly (ObjectKind | "comment")[];
export const searchKind = z.enum(searchKinds);
export type SearchKind = z.infer<typeof searchKind>;

const question = inLab.extend({
  /** Words, "phrases" and -words that must not be there. */
  text: typedText.default(""),
  /** Only what has this tag. */
  tag: tag.nullable().default(null),
});
/** The best of every kind. */
export const searchInput = question.extend({
  kinds: z.array(searchKind).min(1).optional(),
  limit: z.number().int().min(1).max(20).default(5),
});
/** All of one kind, page by page. */
export const searchPageInput = question.extend({
  kind: searchKind,
  cursor: z.string().max(400).nullish(),
  limit: z.number().int().min(1).max(100).default(30),
});

/** A part of a text, and where in it the words stand: [from, to) in UTF-16 units. */
export const snippet = z.object({
  text: z.string(),
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
});
export type Snippet = z.infer<typeof snippet>;

export const searchHit = z.object({
  kind: searchKind,
  id,
  name: z.string(),
  version: z.string().nullable(),
  href: z.string(),
  tags: z.array(z.string()),
  /** Last change. */
  at: z.date(),
  /** Where the words stand, when they do not stand in the name; null where they do. */
  snippet: snippet.nullable(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchFound = z.object({
  /** Kinds of which something is found. */
  groups: z.array(z.object({ kind: searchKind, total: z.number().int(), hits: z.array(searchHit) })),
});
export const searchPage = z.object({
  rows: z.array(searchHit),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
});

export const tagsInput = inLab.extend({
  text: typedText.default(""),
  limit: z.number().int().min(1).max(100).default(20),
});
/** How many objects have each tag. */
export const tagCounts = z.array(z.object({ tag: z.string(), count: z.number().int() }));

export const visitInput = inLab.extend({ ref: objectRef });
