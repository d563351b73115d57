import { createHash, randomBytes } from "node:crypto";
import type { z } from "zod";
import { labArchiveContent, labArchiveHead, type LabArchiveHead } from "../../contracts/lab-archive";
import { ArchiveProblem, type Zip } from "../../formats/zip/read-zip";
import type { SystemLabGrant } from "../access/grant";
import { checkHashes } from "./check-hashes";
import { columnsOf, namesPerson, pointsAtRow, quoted } from "./columns";
import { type Row, withIds } from "./content-hash";
import { rowsPath, rowsPerFile } from "./export";
import { hashLab } from "./hash-lab";
import { newAddress } from "../publications/service";
import { allOrNothing, type Connection } from "./store";
import { archivedTables, type ArchivedTable } from "./tables";

/** Rows go in by so much text at a time. */
const mostText = 8e6;
/** Bytes of what is parsed as one: small files that unpack to much must not fill the memory. */
const mostHead = 32e6;
const mostRow = 64e6;

/**
 * Fills an empty lab with an archive, all of it or nothing: new ids throughout, so that nothing of this server is touched.
 * Throws ArchiveProblem, in a sentence, for what is no archive of a lab or not what its hashes say.
 */
export const readLab = (
  grant: SystemLabGrant,
  zip: Zip,
  onStep: (done: number, total: number) => Promise<void>,
): Promise<{ readonly labName: string; readonly contentHash: string }> =>
  allOrNothing(grant, async (on) => {
    const head = await jsonOf(zip, "lab.json", labArchiveHead);
    const stated = await jsonOf(zip, "content.json", labArchiveContent);
    const total = Object.values(head.rows).reduce((sum, count) => sum + count, 0);
    const ids = await insertPeople(grant, on, head);
    let done = 0;
    for (const table of archivedTables)
      for await (const count of insertTable(grant, on, zip, table, ids)) await onStep((done += count), total);
    await checkHashes(on, grant.labId);
    const { contentHash, tables } = await hashLab(on, grant.labId);
    // what this lab's own log says of its making comes on top
    const differs = Object.keys({ ...tables, ...stated.tables }).find(
      (name) => name !== "AuditEntry" && stated.tables[name] !== tables[name],
    );
    if (differs) throw new ArchiveProblem(`What it holds in "${differs}" is not what its content hash says.`);
    return { labName: head.name, contentHash: stated.contentHash ?? contentHash };
  });

async function jsonOf<Schema extends z.ZodType>(
  zip: Zip,
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  if ((zip.sizes.get(path) ?? 0) > mostHead)
    throw new ArchiveProblem(`Its ${path} is larger than ${mostHead / 1e6} MB.`);
  const text = Buffer.from(await zip.read(path)).toString("utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ArchiveProblem(`Its ${path} is no JSON.`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ArchiveProblem(`Its ${path} is not that of a lab (${issue.path.join(".")}: ${issue.message}).`);
  }
  return parsed.data;
}

/** Ids of the archive to ids of this server. */
type Ids = Map<string, string>;
const newId = () => randomBytes(9).toString("base64url");

/** Nobody of this server, whatever their names. */
async function insertPeople(
  { labId }: SystemLabGrant,
  on: Connection,
  { people }: LabArchiveHead,
): Promise<Ids> {
  const ids: Ids = new Map(people.map(({ id }) => [id, newId()]));
  const rows = people.map(({ id, name }) => ({ id: ids.get(id), labId, name }));
  await on.rows(
    `INSERT INTO "StatedAuthor" SELECT * FROM json_populate_recordset(NULL::"StatedAuthor", $1::json)`,
    [JSON.stringify(rows)],
  );
  return ids;
}

async function* insertTable(
  { labId }: SystemLabGrant,
  on: Connection,
  zip: Zip,
  table: ArchivedTable,
  ids: Ids,
): AsyncGenerator<number> {
  const columns = await columnsOf(on, table);
  const known = new Set(columns.all);
  const blocks = new Set(columns.bytes);
  const place = (path: string, line: number) => `${path}, row ${line + 1}`;
  for (let part = 0; zip.sizes.has(rowsPath(table.name, part)); part += 1) {
    const path = rowsPath(table.name, part);
    const bytes = Buffer.from(await zip.read(path));
    // ids first: rows of one table may point at each other; each row is read twice so that one at a time is in memory
    for (const [line, text] of linesOf(bytes, path)) {
      const { id } = rowOf(text, place(path, line), known);
      if (typeof id === "string") ids.set(id, ids.get(id) ?? newId());
    }
    let rows: string[] = [];
    let size = 0;
    let keys = "";
    const flush = async () => {
      if (rows.length > 0) await insert(on, table, JSON.parse(keys) as string[], rows, path);
      const { length } = rows;
      rows = [];
      size = 0;
      return length;
    };
    for (const [line, row] of linesOf(bytes, path)) {
      const here = mapped(rowOf(row, place(path, line), known), {
        table,
        labId,
        ids,
        place: place(path, line),
      });
      for (const column of blocks)
        if (here[column] !== null && here[column] !== undefined)
          here[column] = await hexOf(zip, here[column], place(path, line));
      const own = JSON.stringify(Object.keys(here).sort());
      const text = JSON.stringify(here);
      if (own !== keys || size + text.length > mostText) yield await flush();
      keys = own;
      rows.push(text);
      size += text.length;
    }
    yield await flush();
  }
}

function* linesOf(bytes: Buffer, path: string): Generator<[number, string]> {
  for (let from = 0, line = 0; from < bytes.length; line += 1) {
    const found = bytes.indexOf(10, from);
    const to = found < 0 ? bytes.length : found;
    if (line >= rowsPerFile) throw new ArchiveProblem(`${path} has more than ${rowsPerFile} rows.`);
    if (to - from > mostRow)
      throw new ArchiveProblem(`${path}, row ${line + 1}, is larger than ${mostRow / 1e6} MB.`);
    yield [line, bytes.toString("utf8", from, to)];
    from = to + 1;
  }
}

function rowOf(text: string, place: string, known: ReadonlySet<string>): Row {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    row = null;
  }
  if (row === null || typeof row !== "object" || Array.isArray(row))
    throw new ArchiveProblem(`${place}, is no row.`);
  const other = Object.keys(row).find((column) => !known.has(column));
  if (other)
    throw new ArchiveProblem(`${place}, has "${other}", which this version of Phasic does not know.`);
  return row as Row;
}

interface Mapping {
  readonly table: ArchivedTable;
  readonly labId: string;
  readonly ids: Ids;
  readonly place: string;
}

/** The row as it stands here. What points at a row or a person points at one of the archive, or the archive is refused. */
function mapped(row: Row, { table, labId, ids, place }: Mapping): Record<string, unknown> {
  const here: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (column === "labId") continue;
    const points = (pointsAtRow(column) && !(column === "objectId")) || namesPerson(column);
    if (points && value !== null && !(typeof value === "string" && ids.has(value)))
      throw new ArchiveProblem(`${place}, points at "${String(value)}", which is not in it.`);
    here[table.statedIn?.[column] ?? column] = withIds(value, (word) => ids.get(word));
  }
  if ("labId" in row) here.labId = labId;
  // nothing that the archive could know: an address and a salt of this server
  if (table.name === "Publication")
    Object.assign(here, { slug: newAddress(), salt: randomBytes(32).toString("hex") });
  return here;
}

async function hexOf(zip: Zip, hash: unknown, place: string): Promise<string> {
  if (typeof hash !== "string" || !/^[0-9a-f]{64}$/.test(hash))
    throw new ArchiveProblem(`${place}, names no block of bytes.`);
  const bytes = await zip.read(`blocks/${hash}`);
  if (createHash("sha256").update(bytes).digest("hex") !== hash)
    throw new ArchiveProblem(`blocks/${hash} does not have the content that its name says.`);
  return `\\x${Buffer.from(bytes).toString("hex")}`;
}

async function insert(
  on: Connection,
  { name }: ArchivedTable,
  columns: readonly string[],
  rows: readonly string[],
  path: string,
): Promise<void> {
  const list = columns.map(quoted).join(", ");
  try {
    await on.rows(
      `INSERT INTO ${quoted(name)} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${quoted(name)}, $1::json)`,
      [`[${rows.join(",")}]`],
    );
  } catch (error) {
    // what the database says of rows: a type, a reference, a rule
    if (error instanceof Error && "code" in error && /^(22|23|P0)/.test(String(error.code)))
      throw new ArchiveProblem(`${path} holds what cannot be: ${error.message}.`);
    throw error;
  }
}
