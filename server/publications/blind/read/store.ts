import { gunzipSync } from "node:zlib";
import { type BlindGrant, blindGrant, type PublicGrant, systemGrantIn } from "../../../access/grant";
import { audit } from "../../../audit/service";
import { db } from "../../../db";
import { deliver } from "../../../inbox/deliver/service";

/** What a reviewer may read and write. Every query asks anew whether the link still counts: an end acts at once. */
const open = () => ({
  ...{ revokedAt: null, expiresAt: { gt: new Date() } },
  copy: { lab: { OR: [{ deleteAt: null }, { deleteAt: { gt: new Date() } }] } },
});
const ofOpenLink = ({ copyId, linkId }: BlindGrant) => ({
  id: copyId,
  links: { some: { id: linkId, ...open() } },
});

/** Null for a token that opens nothing at this address, or not any more. Notes down that it was used. */
export async function findLink(
  _grant: PublicGrant,
  slug: string,
  tokenHash: string,
): Promise<BlindGrant | null> {
  const found = await db().blindLink.findFirst({
    where: { tokenHash, ...open(), copy: { slug, ...open().copy } },
    select: { id: true, copyId: true, lastUsedAt: true },
  });
  if (!found) return null;
  const minuteAgo = new Date(Date.now() - 60_000);
  if (!found.lastUsedAt || found.lastUsedAt < minuteAgo)
    await db().blindLink.update({
      where: { id: found.id },
      data: { lastUsedAt: new Date() },
      select: { id: true },
    });
  return blindGrant(found.copyId, found.id);
}

export const findCopy = (grant: BlindGrant) =>
  db().blindCopy.findFirst({ where: ofOpenLink(grant), select: { manifest: true, hash: true } });

/** The bytes that a hash stands for; null for what the copy does not name, and for a link that has ended. */
export async function findPart(grant: BlindGrant, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const part = await db().blindPart.findFirst({
    where: { hash, copyId: grant.copyId, copy: ofOpenLink(grant) },
    select: { bytes: true },
  });
  return part && new Uint8Array(gunzipSync(part.bytes));
}

/** Of its own link only: reviewers do not read each other. */
export const findComments = ({ copyId, linkId }: BlindGrant) =>
  db().blindComment.findMany({
    where: { link: { id: linkId, copyId, ...open() } },
    select: { pseudonym: true, panel: true, body: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

export const findReviewer = ({ copyId, linkId }: BlindGrant) =>
  db().blindLink.findFirst({ where: { id: linkId, copyId, ...open() }, select: { number: true } });

export interface NewComment {
  readonly pseudonym: string;
  readonly panel: string | null;
  readonly body: string;
}
/** False where the link has ended, or holds as many comments as one may. */
export function insertComment(
  { copyId, linkId }: BlindGrant,
  data: NewComment,
  most: number,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const link = await tx.blindLink.findFirst({
      where: { id: linkId, copyId, ...open() },
      select: {
        ...{ labId: true, number: true, createdById: true, _count: { select: { comments: true } } },
        copy: { select: { title: true, dashboardId: true, lab: { select: { id: true, slug: true } } } },
      },
    });
    if (!link || link._count.comments >= most) return false;
    const { labId, number, createdById: userId } = link;
    const { id: commentId } = await tx.blindComment.create({
      data: { ...data, labId, linkId },
      select: { id: true },
    });
    const lab = systemGrantIn(link.copy.lab, "a reviewer wrote");
    const object = { kind: "blind-copy" as const, id: copyId, name: link.copy.title };
    await audit(tx, lab, "blind.comment", object, { reviewer: number });
    const { dashboardId } = link.copy;
    if (userId && dashboardId) {
      const about = { kind: "dashboard" as const, id: dashboardId };
      const item = { userId, labId, kind: "review" as const, cause: `review:${commentId}`, object: about };
      await deliver(lab, tx, [item]);
    }
    return true;
  });
}
