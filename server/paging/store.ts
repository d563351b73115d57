import type { ListQuestion } from "../../contracts/list";
import { Prisma } from "../../prisma/generated/client";
import type { Asker, Reader } from "../access/grant";
import { db } from "../db";

/** How the rows of a noun are looked through. Every expression may use the aliases of `from`. */
export interface Listing {
  /** FROM and WHERE of all rows that the grant may read. */
  readonly from: Prisma.Sql;
  readonly id: Prisma.Sql;
  /** All that typed words look through, as one text. */
  readonly words: Prisma.Sql;
  /** What it can be ordered by. None may be null. */
  readonly sorts: Readonly<Record<string, { readonly by: Prisma.Sql; readonly as: keyof typeof casts }>>;
  /** What it can be narrowed by: each gives text[], so that a row may have several values. */
  readonly columns: Readonly<Record<string, Prisma.Sql>>;
}

/** How the value of an order comes back from a cursor. */
const casts = {
  text: Prisma.sql`text`,
  time: Prisma.sql`timestamp(3)`,
  number: Prisma.sql`float8`,
} as const;

/** Where a page ended: the order's value of its last row, as text, and that row's id. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

/** Ids in order, one more than asked where there are more. */
export function listIds(
  _grant: Asker,
  listing: Listing,
  { sort, limit, ...question }: Omit<ListQuestion, "cursor">,
  after: Place | null,
): Promise<Place[]> {
  const turned = sort.startsWith("-");
  const { by, as } = listing.sorts[turned ? sort.slice(1) : sort];
  const way = turned ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = turned ? Prisma.sql`<` : Prisma.sql`>`;
  const conditions = [
    ...conditionsOf(listing, question),
    ...(after ? [Prisma.sql`(${by}, ${listing.id}) ${beyond} (${after.at}::${casts[as]}, ${after.id})`] : []),
  ];
  return db().$queryRaw<Place[]>`
    SELECT ${listing.id} AS id, (${by})::text AS at ${listing.from} ${also(conditions)}
    ORDER BY ${by} ${way}, ${listing.id} ${way} LIMIT ${limit + 1}`;
}

export async function countRows(
  _grant: Asker,
  listing: Listing,
  question: Pick<ListQuestion, "text" | "where">,
): Promise<number> {
  const [{ count }] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${listing.from} ${also(conditionsOf(listing, question))}`;
  return count;
}

/** More values than this are found by typing. */
const mostChoices = 50;

/** The values of every column with how many rows have them, most frequent first: each under the conditions of the others. */
export async function listChoices(
  _grant: Reader,
  listing: Listing,
  question: Pick<ListQuestion, "text" | "where">,
): Promise<{ column: string; value: string; count: number }[]> {
  const columns = Object.entries(listing.columns).map(([column, values]) => {
    const { [column]: _, ...where } = question.where;
    return Prisma.sql`(
      SELECT ${column}::text AS "column", value, count(*)::int AS count
      FROM (SELECT unnest(${values}) AS value ${listing.from} ${also(conditionsOf(listing, { ...question, where }))}) AS rows
      GROUP BY value ORDER BY count(*) DESC, value LIMIT ${mostChoices})`;
  });
  if (columns.length === 0) return [];
  return db().$queryRaw`${Prisma.join(columns, " UNION ALL ")}`;
}

/** Every typed word somewhere in the words of the row, whatever the case and the script. */
function conditionsOf(listing: Listing, { text, where }: Pick<ListQuestion, "text" | "where">): Prisma.Sql[] {
  const words = text.split(/\s+/).filter(Boolean);
  return [
    ...words.map((word) => Prisma.sql`strpos(lower(normalize(${listing.words})), lower(${word})) > 0`),
    ...Object.entries(where).map(
      ([column, values]) => Prisma.sql`${listing.columns[column]} && ${[...values!]}::text[]`,
    ),
  ];
}

const also = (conditions: readonly Prisma.Sql[]) =>
  conditions.length > 0 ? Prisma.sql`AND ${Prisma.join([...conditions], " AND ")}` : Prisma.empty;
