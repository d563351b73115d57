import type { ObjectRef } from "../../contracts/object";
import type { Prisma } from "../../prisma/generated/client";
import type { InLab, Reader } from "../access/grant";
import { db } from "../db";

const revision = { number: true, aside: true, content: true, createdById: true, createdAt: true } as const;
export type RevisionRow = Prisma.RevisionGetPayload<{ select: typeof revision }>;
type Tx = Prisma.TransactionClient;

const of = ({ kind, id }: ObjectRef) => ({ objectKind: kind, objectId: id });

/** What readers see. The caller has looked whether the grant may read the object. */
export const findHead = (
  { labId }: Reader,
  object: ObjectRef,
  tx: Pick<Tx, "revision"> = db(),
): Promise<RevisionRow | null> =>
  tx.revision.findFirst({
    where: { labId, ...of(object), aside: false },
    select: revision,
    orderBy: { number: "desc" },
  });

/** Before this number, newest first. */
export const listRevisions = (
  { labId }: Reader,
  object: ObjectRef,
  before: number,
  take: number,
): Promise<RevisionRow[]> =>
  db().revision.findMany({
    where: { labId, ...of(object), number: { lt: before } },
    select: revision,
    orderBy: { number: "desc" },
    take,
  });

export const countRevisions = ({ labId }: Reader, object: ObjectRef): Promise<number> =>
  db().revision.count({ where: { labId, ...of(object) } });

export interface NewRevision {
  readonly content: Prisma.InputJsonObject;
  readonly aside: boolean;
  /** Whose it was and when, where that is not the grant's person, now. */
  readonly from?: { readonly createdById: string | null; readonly createdAt: Date };
}

/** Adds states in this order. The caller has locked the object: one writes after the other. */
export async function append(
  { labId, userId }: InLab,
  tx: Tx,
  object: ObjectRef,
  states: readonly NewRevision[],
): Promise<void> {
  const { _max } = await tx.revision.aggregate({ where: of(object), _max: { number: true } });
  const first = (_max.number ?? 0) + 1;
  await tx.revision.createMany({
    data: states.map(({ content, aside, from }, index) => ({
      ...{ labId, ...of(object), content, aside, number: first + index },
      ...(from ?? { createdById: userId }),
    })),
  });
}
