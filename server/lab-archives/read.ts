import type { Row } from "./content-hash";
import { type Columns, columnsOf, namesPerson, quoted } from "./columns";
import type { Connection } from "./store";
import { archivedTables, type ArchivedTable } from "./tables";

export const batchRows = 2000;

/** SQL that gives a row as JSON, with blocks of bytes by their SHA-256. */
function rowSql({ all, bytes }: Columns, { as = {} }: ArchivedTable): string {
  const pairs = all.map((column) => {
    const value = bytes.includes(column)
      ? `encode(sha256(t.${quoted(column)}), 'hex')`
      : (as[column] ?? `t.${quoted(column)}`);
    return `'${column}', to_jsonb(${value})`;
  });
  // a function takes at most 100 arguments
  const objects = Array.from(
    { length: Math.ceil(pairs.length / 40) },
    (_, at) => `jsonb_build_object(${pairs.slice(at * 40, (at + 1) * 40).join(", ")})`,
  );
  return objects.join(" || ");
}

/** The lab's rows of a table, parents first where rows of a table point at each other. */
export async function* rowsOf(on: Connection, table: ArchivedTable, labId: string): AsyncGenerator<Row[]> {
  const columns = await columnsOf(on, table);
  const order = columns.all.includes("createdAt")
    ? `t."createdAt", t.ctid`
    : table.name === "AuditEntry"
      ? "t.id"
      : "t.ctid";
  const cursor = quoted(`rows of ${table.name}`);
  await on.rows(
    `DECLARE ${cursor} NO SCROLL CURSOR FOR SELECT ${rowSql(columns, table)} AS row FROM ${quoted(table.name)} t WHERE ${table.of} ORDER BY ${order}`,
    [labId],
  );
  for (;;) {
    const found = await on.rows<{ row: Row }>(`FETCH ${batchRows} FROM ${cursor}`);
    if (found.length === 0) break;
    yield found.map(({ row }) => row);
  }
  await on.rows(`CLOSE ${cursor}`);
}

export async function countRows(on: Connection, { name, of }: ArchivedTable, labId: string): Promise<number> {
  const [{ count }] = await on.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${quoted(name)} t WHERE ${of}`,
    [labId],
  );
  return count;
}

/** A block of bytes, and where it stands while nothing moves. */
export interface Block {
  readonly hash: string;
  readonly table: string;
  readonly column: string;
  readonly place: string;
}

/** Every block of bytes of the lab, each content once. */
export async function blocksOf(on: Connection, labId: string): Promise<Block[]> {
  const blocks = new Map<string, Block>();
  for (const table of archivedTables)
    for (const column of (await columnsOf(on, table)).bytes) {
      const found = await on.rows<{ hash: string; place: string }>(
        `SELECT encode(sha256(t.${quoted(column)}), 'hex') AS hash, t.ctid::text AS place
         FROM ${quoted(table.name)} t WHERE t.${quoted(column)} IS NOT NULL AND ${table.of}`,
        [labId],
      );
      for (const { hash, place } of found) blocks.set(hash, { hash, place, column, table: table.name });
    }
  return [...blocks.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
}

export async function readBlock(on: Connection, { table, column, place }: Block): Promise<Buffer> {
  const [row] = await on.rows<{ bytes: Buffer }>(
    `SELECT t.${quoted(column)} AS bytes FROM ${quoted(table)} t WHERE t.ctid = $1::tid`,
    [place],
  );
  return row.bytes;
}

/** Everybody whom the rows name, members or not, and whom an earlier archive named. */
export async function peopleOf(on: Connection, labId: string): Promise<{ id: string; name: string }[]> {
  const named: string[] = [];
  for (const table of archivedTables)
    for (const column of (await columnsOf(on, table)).all.filter(namesPerson))
      named.push(
        `SELECT ${table.as?.[column] ?? `t.${quoted(column)}`} AS id FROM ${quoted(table.name)} t WHERE ${table.of}`,
      );
  const mentioned = `SELECT (regexp_matches(t.body, '@\\{([\\w-]{1,40})\\}', 'g'))[1] AS id
    FROM "Comment" t JOIN "Thread" h ON h.id = t."threadId" WHERE h."labId" = $1`;
  const members = `SELECT t."objectId" AS id FROM "AuditEntry" t WHERE t."labId" = $1 AND t."objectKind" = 'member'`;
  return on.rows<{ id: string; name: string }>(
    `WITH named AS (${[...named, mentioned, members].join(" UNION ")})
     SELECT u.id, u.name FROM "User" u JOIN named USING (id)
     UNION SELECT s.id, s.name FROM "StatedAuthor" s JOIN named USING (id) WHERE s."labId" = $1 ORDER BY 1`,
    [labId],
  );
}
