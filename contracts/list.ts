import { z } from "zod";
import { inPlace } from "./lab";

/** What a list can be ordered and narrowed by. The first order is the usual one; "-" before a name turns it round. */
export interface ListShape<Sort extends string = string, Column extends string = string> {
  readonly sorts: readonly [Sort, ...Sort[]];
  readonly columns: readonly Column[];
}

/** How a person looks at a list: words typed, columns held to values, order, and how far they have read. */
export interface ListQuestion {
  readonly text: string;
  /** Values of one column are alternatives; columns narrow each other. */
  readonly where: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly sort: string;
  readonly cursor?: string | null;
  readonly limit: number;
}

/** What a person typed to find something: any script, composed, on one line. */
export const typedText = z
  .string()
  .max(200)
  .overwrite((text) =>
    text
      .normalize()
      .replaceAll(/\p{Cc}+/gu, " ")
      .trim(),
  );

/** The input of a list procedure. Everything has a default, so `{ lab }` asks for the first page as it usually stands. */
export const listInput = <Sort extends string, Column extends string>({
  sorts,
  columns,
}: ListShape<Sort, Column>) =>
  inPlace.extend({
    text: typedText.default(""),
    where: z.partialRecord(z.enum(columns), z.array(z.string().max(120)).min(1).max(50)).default({}),
    sort: z.enum(bothWays(sorts)).default(sorts[0] as never),
    cursor: z.string().max(1000).nullish(),
    limit: z.number().int().min(1).max(200).default(50),
  });

type Bare<Sort extends string> = Sort extends `-${infer Name}` ? Name : Sort;
type Turnable<Sort extends string> = Bare<Sort> | `-${Bare<Sort>}`;

/** The same order the other way round. */
export const turned = (sort: string) => (sort.startsWith("-") ? sort.slice(1) : `-${sort}`);
const bothWays = <Sort extends string>(sorts: readonly Sort[]) =>
  sorts.flatMap((sort) => [sort, turned(sort)]) as Turnable<Sort>[];

/** A value that a column can be held to, and how many rows have it under the other conditions. */
export const listChoice = z.object({
  value: z.string(),
  /** What a person calls it, where the value is an id; null where the value says it. */
  label: z.string().nullable(),
  count: z.number().int(),
});
export type ListChoice = z.infer<typeof listChoice>;

/** How far somebody has read what has one order only; the beginning without a cursor. */
export const paging = {
  cursor: z.string().max(1000).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
};
export interface Paging {
  readonly cursor?: string | null;
  readonly limit: number;
}

export const rowsOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    /** Hand it back for what follows; null at the end. */
    nextCursor: z.string().nullable(),
    /** Rows that answer the question, on all pages. */
    total: z.number().int(),
  });
export interface Rows<Row> {
  rows: Row[];
  nextCursor: string | null;
  total: number;
}

export const pageOf = <Row extends z.ZodType>(row: Row) =>
  rowsOf(row).extend({
    /** By column; with the first page only. */
    choices: z.record(z.string(), z.array(listChoice)),
  });
export interface Page<Row> extends Rows<Row> {
  choices: Record<string, ListChoice[]>;
}

const number = z
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 2);
/** Which version of something numbered is looked at, the newest when null, and which it is held against: else the one before. */
export const looking = { version: number.nullish(), against: number.nullish() };
export interface Looking {
  readonly version?: number | null;
  readonly against?: number | null;
}
