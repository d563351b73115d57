import { type TrashKind, trashKinds, type TrashRef } from "../../contracts/trash";
import { Prisma } from "../../prisma/generated/client";
import type { InLab } from "../access/grant";
import { audit } from "../audit/service";
import { db } from "../db";
import { type Listing, nameOf } from "../lists/service";
import { tables } from "./tables";

const tableOf = (kind: TrashKind) => Prisma.raw(tables[kind]);

/** Rows of every kind that lie in the trash of the lab, as one table. */
const all = ({ labId }: InLab) =>
  Prisma.join(
    trashKinds.map(
      (
        kind,
      ) => Prisma.sql`SELECT ${kind}::text AS kind, id, name, "trashedAt", "trashedById" FROM ${tableOf(kind)}
        WHERE "labId" = ${labId} AND "trashedAt" IS NOT NULL`,
    ),
    " UNION ALL ",
  );

export function listing(grant: InLab): Listing {
  const by = nameOf(grant, Prisma.sql`t."trashedById"`);
  return {
    from: Prisma.sql`FROM (${all(grant)}) t WHERE true`,
    id: Prisma.sql`(t.kind || ' ' || t.id)`,
    words: Prisma.sql`concat_ws(' ', t.name, t.kind, ${by})`,
    sorts: {
      trashed: { by: Prisma.sql`t."trashedAt"`, as: "time" },
      name: { by: Prisma.sql`lower(t.name)`, as: "text" },
      kind: { by: Prisma.sql`t.kind`, as: "text" },
    },
    columns: {
      kind: Prisma.sql`ARRAY[t.kind]`,
      author: Prisma.sql`ARRAY[coalesce(t."trashedById", '')]`,
    },
  };
}

export interface TrashedRow {
  readonly kind: TrashKind;
  readonly id: string;
  readonly trashedAt: Date;
  readonly trashedById: string | null;
}

/** Those of the asked objects that lie in the trash of the lab, in no order. */
export const findTrashed = (grant: InLab, refs: readonly TrashRef[]): Promise<TrashedRow[]> =>
  db().$queryRaw<TrashedRow[]>`
    SELECT t.kind, t.id, t."trashedAt", t."trashedById" FROM (${all(grant)}) t
    WHERE t.kind || ' ' || t.id = ANY(${refs.map(({ kind, id }) => `${kind} ${id}`)}::text[])`;

/** Who does it twice changes nothing. @returns false when the lab has no such object. */
export const setTrashed = (grant: InLab, { kind, id }: TrashRef, trashed: boolean): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const { labId, userId } = grant;
    const [row] = await tx.$queryRaw<{ name: string; trashedAt: Date | null }[]>`
      SELECT name, "trashedAt" FROM ${tableOf(kind)} WHERE id = ${id} AND "labId" = ${labId} FOR UPDATE`;
    if (!row) return false;
    if ((row.trashedAt !== null) === trashed) return true;
    await (trashed
      ? tx.$executeRaw`UPDATE ${tableOf(kind)} SET "trashedAt" = clock_timestamp() AT TIME ZONE 'utc',
          "trashedById" = ${userId} WHERE id = ${id}`
      : tx.$executeRaw`UPDATE ${tableOf(kind)} SET "trashedAt" = NULL, "trashedById" = NULL WHERE id = ${id}`);
    await audit(tx, grant, `${kind}.${trashed ? "trash" : "restore"}`, { kind, id, name: row.name });
    return true;
  });
