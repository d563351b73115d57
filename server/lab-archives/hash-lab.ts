import type { LabArchiveContent } from "../../contracts/lab-archive";
import { createContentHasher } from "./content-hash";
import { peopleOf, rowsOf } from "./read";
import type { Connection } from "./store";
import { archivedTables } from "./tables";

/** Content hashes of the lab as it stands. */
export async function hashLab(on: Connection, labId: string): Promise<LabArchiveContent> {
  const hasher = createContentHasher();
  hasher.person(labId, "the lab itself");
  for (const { id, name } of await peopleOf(on, labId)) hasher.person(id, name);
  for (const table of archivedTables)
    for await (const batch of rowsOf(on, table, labId)) for (const row of batch) hasher.add(table.name, row);
  return hasher.content();
}
