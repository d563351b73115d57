import type { Prisma } from "../../../prisma/generated/client";
import type { InLab } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";
import type { BlindPart } from "./make/copy";

const link = {
  ...{ id: true, number: true, note: true, createdById: true, createdAt: true, expiresAt: true },
  ...{ revokedAt: true, lastUsedAt: true, _count: { select: { comments: true } } },
} as const satisfies Prisma.BlindLinkSelect;
export type LinkRecord = Prisma.BlindLinkGetPayload<{ select: typeof link }>;
const copy = {
  ...{ id: true, title: true, dashboardVersion: true, createdById: true, createdAt: true },
  dashboard: { select: { id: true, name: true } },
  links: { select: link, orderBy: { number: "desc" } },
} as const satisfies Prisma.BlindCopySelect;
export type CopyRecord = Prisma.BlindCopyGetPayload<{ select: typeof copy }>;

/** Newest first. */
export const listCopies = ({ labId }: InLab, dashboardId: string): Promise<CopyRecord[]> =>
  db().blindCopy.findMany({
    where: { labId, dashboardId },
    select: copy,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });

export const findCopy = ({ labId }: InLab, id: string): Promise<CopyRecord | null> =>
  db().blindCopy.findFirst({ where: { labId, id }, select: copy });

export const findSlug = ({ labId }: InLab, id: string) =>
  db().blindCopy.findFirst({ where: { labId, id }, select: { slug: true } });

export interface NewLink {
  readonly tokenHash: string;
  readonly note: string;
  readonly expiresAt: Date;
}
export interface NewCopy {
  readonly slug: string;
  readonly dashboardId: string;
  readonly dashboardVersion: number;
  readonly title: string;
  readonly manifest: string;
  readonly hash: string;
}

/** With its first link. */
export function insertCopy(
  grant: InLab,
  data: NewCopy,
  parts: readonly BlindPart[],
  first: NewLink,
): Promise<{ copyId: string; linkId: string }> {
  const { labId, userId: createdById } = grant;
  return db().$transaction(async (tx) => {
    const { id: copyId } = await tx.blindCopy.create({
      data: { ...data, labId, createdById },
      select: { id: true },
    });
    await tx.blindPart.createMany({ data: parts.map(({ hash, gzip }) => ({ copyId, hash, bytes: gzip })) });
    const { id: linkId } = await tx.blindLink.create({
      data: { ...first, labId, copyId, number: 1, createdById },
      select: { id: true },
    });
    await audit(tx, grant, "blind.make", { kind: "blind-copy", id: copyId, name: data.title });
    return { copyId, linkId };
  });
}

/** Null when the lab has no such copy. */
export function insertLink(grant: InLab, copyId: string, data: NewLink): Promise<string | null> {
  const { labId, userId: createdById } = grant;
  return db().$transaction(async (tx) => {
    // one at a time: their numbers are in a row
    const [found] = await tx.$queryRaw<{ title: string }[]>`
      SELECT title FROM "BlindCopy" WHERE id = ${copyId} AND "labId" = ${labId} FOR NO KEY UPDATE`;
    if (!found) return null;
    const number = 1 + (await tx.blindLink.count({ where: { labId, copyId } }));
    const { id } = await tx.blindLink.create({
      data: { ...data, labId, copyId, number, createdById },
      select: { id: true },
    });
    const object = { kind: "blind-copy" as const, id: copyId, name: found.title };
    await audit(tx, grant, "blind.link", object, { reviewer: number });
    return id;
  });
}

/** False when the lab has no such link, or it was revoked before. */
export function revokeLink(grant: InLab, id: string): Promise<boolean> {
  const { labId } = grant;
  return db().$transaction(async (tx) => {
    const [revoked] = await tx.blindLink.updateManyAndReturn({
      where: { labId, id, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { number: true, copy: { select: { id: true, title: true } } },
    });
    if (!revoked) return false;
    const object = { kind: "blind-copy" as const, id: revoked.copy.id, name: revoked.copy.title };
    await audit(tx, grant, "blind.revoke", object, { reviewer: revoked.number });
    return true;
  });
}

const comment = {
  ...{ id: true, pseudonym: true, authorId: true, panel: true, body: true, createdAt: true },
} as const satisfies Prisma.BlindCommentSelect;

/** A link with its conversation, oldest first, and the copy that it opens. */
export const findConversation = ({ labId }: InLab, id: string) =>
  db().blindLink.findFirst({
    where: { labId, id },
    select: {
      ...link,
      copy: { select: { id: true, title: true, manifest: true, dashboardId: true } },
      comments: { select: comment, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    },
  });

export interface NewAnswer {
  readonly panel: string | null;
  readonly body: string;
}
export async function insertAnswer(
  grant: InLab,
  {
    linkId,
    copy,
  }: { readonly linkId: string; readonly copy: { readonly id: string; readonly title: string } },
  data: NewAnswer,
): Promise<void> {
  const { labId, userId: authorId } = grant;
  await db().$transaction(async (tx) => {
    await tx.blindComment.create({ data: { ...data, labId, linkId, authorId } });
    await audit(tx, grant, "blind.answer", { kind: "blind-copy", id: copy.id, name: copy.title });
  });
}
