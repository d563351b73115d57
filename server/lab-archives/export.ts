import type { LabArchiveHead } from "../../contracts/lab-archive";
import { engineVersion } from "../../engine/engine-version.generated";
import type { SystemLabGrant } from "../access/grant";
import { type Entry, zipOf } from "../archive/service";
import { createContentHasher } from "./content-hash";
import { batchRows, blocksOf, countRows, peopleOf, readBlock, rowsOf } from "./read";
import { atOneMoment, type Connection } from "./store";
import { archivedTables } from "./tables";

export interface Exported {
  readonly contentHash: string;
  readonly byteLength: number;
}

/** A file is read whole when it comes in. */
export const rowsPerFile = 20 * batchRows;
export const rowsPath = (table: string, part: number) => `rows/${table}-${part + 1}.jsonl`;
const pieceBytes = 1024 * 1024;

/** Writes the lab as a zip archive, piece by piece. @param onStep rows and blocks done, of how many; what it throws ends the export. */
export const writeLab = (
  grant: SystemLabGrant,
  name: string,
  keep: (index: number, piece: Buffer) => Promise<void>,
  onStep: (done: number, total: number) => Promise<void>,
): Promise<Exported> =>
  atOneMoment(grant, async (on) => {
    const plan = await planOf(grant, on, name, onStep);
    let index = 0;
    let byteLength = 0;
    let waiting: Uint8Array[] = [];
    let size = 0;
    const flush = async () => {
      await keep(index, Buffer.concat(waiting));
      index += 1;
      waiting = [];
      size = 0;
    };
    const reader = zipOf(plan.entries, null).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      waiting.push(value);
      size += value.length;
      byteLength += value.length;
      if (size >= pieceBytes) await flush();
    }
    if (size > 0) await flush();
    return { byteLength, contentHash: plan.contentHash() };
  });

async function planOf(
  { labId, labSlug }: SystemLabGrant,
  on: Connection,
  name: string,
  onStep: (done: number, total: number) => Promise<void>,
) {
  const people = await peopleOf(on, labId);
  const rows: Record<string, number> = {};
  for (const table of archivedTables) rows[table.name] = await countRows(on, table, labId);
  const blocks = await blocksOf(on, labId);
  const total = blocks.length + Object.values(rows).reduce((sum, count) => sum + count, 0);
  const hasher = createContentHasher();
  hasher.person(labId, "the lab itself");
  for (const person of people) hasher.person(person.id, person.name);
  let steps = 0;
  const step = async (count: number) => onStep((steps += count), total);
  const head: LabArchiveHead = {
    ...{ format: "phasic-lab-1", name, slug: labSlug, exportedAt: new Date().toISOString(), engineVersion },
    ...{ people, rows },
  };
  const text = (path: string, bytes: () => string): Entry => ({
    name: path,
    bytes: () => [bytes()],
    compress: true,
  });
  const entries: Entry[] = [
    text("lab.json", () => `${JSON.stringify(head, null, 1)}\n`),
    ...archivedTables.flatMap((table) => {
      const batches = rowsOf(on, table, labId);
      return Array.from({ length: Math.ceil(rows[table.name] / rowsPerFile) }, (_, part): Entry => ({
        name: rowsPath(table.name, part),
        compress: true,
        async *bytes() {
          for (let taken = 0; taken < rowsPerFile; taken += batchRows) {
            const { done, value: batch } = await batches.next();
            if (done) return;
            for (const row of batch) hasher.add(table.name, row);
            yield batch.map((row) => `${JSON.stringify(row)}\n`).join("");
            await step(batch.length);
          }
        },
      }));
    }),
    ...blocks.map((block): Entry => ({
      name: `blocks/${block.hash}`,
      compress: true,
      async *bytes() {
        yield await readBlock(on, block);
        await step(1);
      },
    })),
    text("content.json", () => `${JSON.stringify(hasher.content(), null, 1)}\n`),
  ];
  return { entries, contentHash: () => hasher.content().contentHash };
}
