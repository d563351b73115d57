import type { ArchivedTable } from "./tables";
import type { Connection } from "./store";

export interface Columns {
  /** All that go into the archive, in the table's order. */
  readonly all: readonly string[];
  /** Those of bytes: their SHA-256 stands in the row. */
  readonly bytes: readonly string[];
}

/** The columns of a table as the database has them: what is added to a lab later is in its archive by itself. */
export async function columnsOf(on: Connection, { name, omit = [] }: ArchivedTable): Promise<Columns> {
  const found = await on.rows<{ column: string; type: string }>(
    `SELECT column_name AS column, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
    [name],
  );
  const kept = found.filter(({ column }) => !omit.includes(column));
  return {
    all: kept.map(({ column }) => column),
    bytes: kept.flatMap(({ column, type }) => (type === "bytea" ? [column] : [])),
  };
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** Columns that say who did something. */
export const namesPerson = (column: string) => /(ById|^actorId|^authorId)$/.test(column);
/** Columns that point at a row. */
export const pointsAtRow = (column: string) =>
  /Id$/.test(column) && !namesPerson(column) && column !== "labId";
