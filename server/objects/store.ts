import { type LabelledRef, mostTags } from "../../contracts/object";
import { Prisma } from "../../prisma/generated/client";
import type { InLab } from "../access/grant";
import { audit } from "../audit/service";
import { db, unlessTaken } from "../db";

const tables = {
  model: "Model",
  experiment: "Experiment",
  dataset: "Dataset",
  comparison: "Comparison",
  dashboard: "Dashboard",
} as const satisfies Record<LabelledRef["kind"], string>;
const tableOf = (kind: LabelledRef["kind"]) => Prisma.raw(`"${tables[kind]}"`);

/** Null when another object of the kind has the name; undefined when the lab has no such object. */
export function rename(
  grant: InLab,
  { kind, id }: LabelledRef,
  name: string,
): Promise<{ before: string } | undefined | null> {
  return unlessTaken(() =>
    db().$transaction(async (tx) => {
      const [before] = await tx.$queryRaw<{ name: string }[]>`
        SELECT name FROM ${tableOf(kind)} WHERE id = ${id} AND "labId" = ${grant.labId} FOR UPDATE`;
      if (!before) return undefined;
      if (before.name !== name) {
        await tx.$executeRaw`UPDATE ${tableOf(kind)} SET name = ${name} WHERE id = ${id}`;
        await audit(tx, grant, `${kind}.rename`, { kind, id, name }, { from: before.name });
      }
      return { before: before.name };
    }),
  );
}

/**
 * Adds and takes away tags one by one, so that two people who tag at once lose nothing. Gives all that it has then, in
 * alphabetical order; undefined when the lab has no such object, null when it would have too many.
 */
export function changeTags(
  grant: InLab,
  { kind, id }: LabelledRef,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<string[] | undefined | null> {
  return db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ name: string; tags: string[] | null }[]>`
      SELECT name, tags FROM ${tableOf(kind)} WHERE id = ${id} AND "labId" = ${grant.labId} FOR UPDATE`;
    if (!row) return undefined;
    const before = row.tags ?? [];
    const gone = new Set(remove.map(folded));
    const kept = before.filter((tag) => !gone.has(folded(tag)));
    const added = add.filter((tag) => !kept.some((one) => folded(one) === folded(tag)));
    const tags = [...kept, ...new Map(added.map((tag) => [folded(tag), tag])).values()].sort((a, b) =>
      a.localeCompare(b),
    );
    if (tags.length > mostTags && added.length > 0) return null;
    if (tags.join("\n") === before.join("\n")) return tags;
    await tx.$executeRaw`UPDATE ${tableOf(kind)} SET tags = ${tags}::text[] WHERE id = ${id}`;
    await audit(
      tx,
      grant,
      `${kind}.tag`,
      { kind, id, name: row.name },
      { tags: tags.join(", ").slice(0, 200) },
    );
    return tags;
  });
}

/** "Draft" and "draft" are one tag. */
const folded = (tag: string) => tag.toLowerCase();
