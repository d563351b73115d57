import { db } from "../db";

/** Every text of the database, queue included, that holds one of these, whatever its case: "Table.column: needle". */
export async function textsWith(needles: readonly string[]): Promise<string[]> {
  const columns = await db().$queryRaw<{ schema: string; table: string; column: string }[]>`
    SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column
    FROM information_schema.columns c JOIN information_schema.tables t
      ON (t.table_schema, t.table_name) = (c.table_schema, c.table_name) AND t.table_type = 'BASE TABLE'
    WHERE c.table_schema IN ('public', 'graphile_worker')
      AND (c.data_type IN ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'USER-DEFINED', 'bytea'))`;
  const hits: string[] = [];
  for (const { schema, table, column } of columns) {
    const found = await db().$queryRawUnsafe<{ needle: string }[]>(
      `SELECT needle FROM unnest($1::text[]) AS needle WHERE EXISTS (
         SELECT FROM "${schema}"."${table}" WHERE strpos(lower("${column}"::text), lower(needle)) > 0
           OR strpos("${column}"::text, encode(needle::bytea, 'hex')) > 0)`,
      [...needles],
    );
    hits.push(...found.map(({ needle }) => `${table}.${column}: ${needle}`));
  }
  return hits;
}

/** How many rows each table has. */
export async function rowCounts(): Promise<Map<string, number>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const [{ count }] = await db().$queryRawUnsafe<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM "${name}"`,
      );
      return [name, count] as const;
    }),
  );
  return new Map(counts);
}
