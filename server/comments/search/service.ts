import { objectKey, type ObjectRef } from "../../../contracts/object";
import type { InLab } from "../../access/grant";
import { resolveObjects } from "../../objects/service";
import { findComments } from "./store";

export { documents as commentDocuments } from "./store";

/** Comments by id as a search names and links them: who wrote on what, and the address that opens there. */
export async function namedComments(grant: InLab, ids: readonly string[]) {
  const rows = await findComments(grant, ids);
  const refOf = ({ thread }: (typeof rows)[number]) =>
    ({ kind: thread.objectKind, id: thread.objectId }) as ObjectRef;
  const objects = await resolveObjects(grant, rows.map(refOf));
  return new Map(
    rows.flatMap((row) => {
      const object = objects.get(objectKey(refOf(row)));
      if (!object) return [];
      const name = `${row.author?.name ?? "Somebody"} on ${object.name}`;
      return [[row.id, { name, version: null, href: `${object.href}?comment=${row.id}` }] as const];
    }),
  );
}
