import { z } from "zod";

/**
 * What a reader tells about a file beside its numbers: what the file holds, what a person can be asked about it, and
 * what was taken for granted. A form can be drawn from it without knowing any format.
 */

const name = z.string().trim().min(1).max(200);

/** One thing in a file: a column, a variable, a field of a struct, an HDF5 object. */
const contentItem = z.object({
  /** Answers name it by this. */
  path: z.string().max(1000),
  /** How many things it is inside of. */
  depth: z.number().int().nonnegative(),
  /** Its own name. */
  name: z.string().max(200),
  /** As the format calls it: "number", "single", "struct", "FiberPhotometryResponseSeries". */
  type: z.string().max(120),
  /** As the format counts them. Null for what has none. */
  dims: z.array(z.number().nonnegative()).nullable(),
  unit: z.string().max(80).nullable(),
  /** Its first values, as text. */
  first: z.array(z.string().max(120)).max(12),
  /** Gaps among the first `looked` values. */
  gaps: z.number().int().nullable(),
  looked: z.number().int().nullable(),
});
export type ContentItem = z.infer<typeof contentItem>;

export const contents = z.object({
  kind: z.literal("contents"),
  /** What holds them: "table with semicolons and decimal commas", "MATLAB file", "NWB 2.7.0 file". */
  what: z.string().max(200),
  items: z.array(contentItem),
  /** Further things that are not listed. */
  more: z.number().int().nonnegative(),
});

const option = z.object({
  value: z.union([z.string(), z.number(), z.boolean()]),
  label: z.string().max(300),
});
export type AnswerOption = z.infer<typeof option>;

const number = z.object({
  kind: z.literal("number"),
  /** "s", "Hz"; null for a plain number. */
  unit: z.string().max(40).nullable(),
  above: z.number().nullable(),
  /** Whether null is an answer: nobody knows, or there is none. */
  optional: z.boolean(),
});
const text = z.object({
  kind: z.literal("text"),
  /** Words that fit, to choose from or not. */
  suggestions: z.array(z.string().max(200)),
  /** Whether the empty text is an answer. */
  optional: z.boolean(),
});
const yesOrNo = z.object({ kind: z.literal("boolean") });
const choice = z.object({ kind: z.literal("choice"), options: z.array(option), optional: z.boolean() });
/** The control that a question is answered with, and hence what an answer is. */
const answerInput = z.discriminatedUnion("kind", [
  number,
  text,
  yesOrNo,
  choice,
  /** One of the things in `contents`, by its path, which is the option's value. */
  z.object({ kind: z.literal("item"), options: z.array(option), optional: z.boolean() }),
  /** Any number of them, as a list of paths. */
  z.object({ kind: z.literal("items"), options: z.array(option) }),
  /** Runs of neighbouring columns, each under a name: a list of { name, from, to }. */
  z.object({ kind: z.literal("ranges"), options: z.array(option) }),
  /** A value for each key: what each code means, which group each subject is in. */
  z.object({
    kind: z.literal("record"),
    keys: z.array(z.object({ key: z.string().max(200), label: z.string().max(300) })),
    value: z.discriminatedUnion("kind", [number, text, yesOrNo, choice]),
  }),
]);
export type AnswerInput = z.infer<typeof answerInput>;

const nullable = <T extends z.ZodType>(schema: T, optional: boolean): z.ZodType =>
  optional ? schema.nullable() : schema;
const oneOf = (options: readonly AnswerOption[]) =>
  z.custom((answer) => options.some(({ value }) => value === answer), {
    error: "Choose one of the options.",
  });

/** What counts as an answer to a question with this control: forms and readers judge by the same. */
export function answerSchema(input: AnswerInput): z.ZodType {
  switch (input.kind) {
    case "number": {
      const own = input.above === null ? z.number() : z.number().gt(input.above);
      return nullable(own, input.optional);
    }
    case "text":
      return input.optional ? z.string().trim().max(2000) : z.string().trim().min(1).max(2000);
    case "boolean":
      return z.boolean();
    case "choice":
    case "item":
      return nullable(oneOf(input.options), input.optional);
    case "items":
      return z.array(oneOf(input.options));
    case "ranges":
      return z.array(z.object({ name, from: oneOf(input.options), to: oneOf(input.options) }));
    case "record":
      return z.record(z.string(), answerSchema(input.value));
  }
}

/** A guess that was taken, or is waiting to be. */
export const assumption = z.object({
  /** The answer to give to correct it goes by this name. */
  field: z.string().min(1).max(500),
  value: z.unknown(),
  question: z.string().min(1).max(2000),
});
export type Assumption = z.infer<typeof assumption>;

export const question = assumption.extend({
  /** The answer that was given; else what the file says; else the guess. */
  value: z.unknown(),
  input: answerInput,
  /** Where the answer acts. */
  about: z.enum([
    ...["file", "subjects", "sessions", "trials", "signals", "events", "measures", "timing", "study"],
  ] as const),
  /** Which signal, type of event or measure; null where the answer acts on all. */
  id: name.nullable(),
  /** Whether somebody answered, the file says so (which may be corrected), or it is a guess. */
  basis: z.enum(["answer", "file", "guess"]),
  /**
   * Nothing in the file could tell: clock unit, alignment event, index base, baseline window, what a code means. A form
   * asks for these to be confirmed one by one.
   */
  cannotBeKnown: z.boolean(),
});
export type Question = z.infer<typeof question>;

/** Answers to questions, by their field. Those that a file does not ask for are left aside. */
export const answers = z.record(z.string(), z.unknown());
export type Answers = z.infer<typeof answers>;
