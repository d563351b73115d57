import type { Withheld } from "../../contracts/publication";
import { Prisma } from "../../prisma/generated/client";
import type { InLab } from "../access/grant";
import { audit } from "../audit/service";
import { db } from "../db";
import type { PlainListing } from "../paging/service";
import type { Part } from "./freeze/parts";

const version = {
  ...{ number: true, title: true, notes: true, hash: true, dashboardVersion: true },
  ...{ publishedById: true, publishedAt: true },
} as const satisfies Prisma.PublicationVersionSelect;
const publication = {
  ...{ id: true, slug: true, withdrawnAt: true, withdrawnReason: true },
  dashboard: { select: { id: true, name: true } },
  versions: { select: version, orderBy: { number: "desc" }, take: 10 },
  _count: { select: { versions: true } },
} as const satisfies Prisma.PublicationSelect;
export type PublicationRecord = Prisma.PublicationGetPayload<{ select: typeof publication }>;

/** Newest first. */
export const listing = ({ labId }: InLab, dashboardId: string | undefined): PlainListing => ({
  from: Prisma.sql`FROM "Publication" p WHERE p."labId" = ${labId}
    AND ${dashboardId === undefined ? Prisma.sql`true` : Prisma.sql`p."dashboardId" = ${dashboardId}`}`,
  id: Prisma.sql`p.id`,
  by: { by: Prisma.sql`p."createdAt"`, as: "time" },
});

export const findPublications = ({ labId }: InLab, ids: readonly string[]): Promise<PublicationRecord[]> =>
  db().publication.findMany({ where: { labId, id: { in: [...ids] } }, select: publication });

/** Versions before this number, newest first. */
export const listVersions = ({ labId }: InLab, publicationId: string, before: number, take: number) =>
  db().publicationVersion.findMany({
    where: { labId, publicationId, number: { lt: before } },
    select: version,
    orderBy: { number: "desc" },
    take,
  });

export const findPublication = ({ labId }: InLab, id: string): Promise<PublicationRecord | null> =>
  db().publication.findFirst({ where: { labId, id }, select: publication });

/** What the keys of a publication are made with, and how many versions it has. */
export const findSalt = ({ labId }: InLab, id: string) =>
  db().publication.findFirst({
    where: { labId, id },
    select: { salt: true, dashboardId: true, versions: { select: { number: true } } },
  });

export const findManifest = ({ labId }: InLab, publicationId: string, number: number) =>
  db().publicationVersion.findFirst({
    where: { labId, publicationId, number },
    select: { manifest: true },
  });

export interface NewPublication {
  readonly dashboardId: string;
  readonly slug: string;
  readonly salt: string;
}
export interface NewVersion {
  readonly number: number;
  readonly title: string;
  readonly notes: string;
  readonly dashboardVersion: number;
  readonly manifest: string;
  readonly hash: string;
  readonly missing: readonly Withheld[];
  readonly parts: readonly Part[];
}

/** @param to an id, or what a new publication is made of. Null when another version of this number came before. */
export async function insertVersion(
  grant: InLab,
  to: string | NewPublication,
  { parts, missing, ...data }: NewVersion,
): Promise<string | null> {
  const { labId, userId } = grant;
  try {
    return await db().$transaction(
      async (tx) => {
        const id =
          typeof to === "string"
            ? to
            : (await tx.publication.create({ data: { ...to, labId, createdById: userId } })).id;
        await tx.publicationPart.createMany({
          data: parts.map(({ from, ...part }) => ({
            ...{ ...part, publicationId: id },
            ...("gzip" in from ? { bytes: from.gzip } : from),
          })),
          skipDuplicates: true,
        });
        await tx.publicationVersion.create({
          data: { ...data, labId, publicationId: id, publishedById: userId },
        });
        const action = typeof to === "string" ? "publication.version" : "publication.publish";
        const details = { version: data.number, hash: data.hash, leftOut: missing.length };
        await audit(tx, grant, action, { kind: "publication", id, name: data.title }, details);
        return id;
      },
      { timeout: 60_000 },
    );
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return null;
    throw error;
  }
}

/** @param reason null makes it public again. False when the lab has no such publication, or it is so already. */
export async function setWithdrawn(grant: InLab, id: string, reason: string | null): Promise<boolean> {
  const { labId } = grant;
  return db().$transaction(async (tx) => {
    const [changed] = await tx.publication.updateManyAndReturn({
      where: { labId, id, withdrawnAt: reason === null ? { not: null } : null },
      data: { withdrawnAt: reason === null ? null : new Date(), withdrawnReason: reason },
      select: { id: true },
    });
    if (!changed) return false;
    const { title: name } = await tx.publicationVersion.findFirstOrThrow({
      where: { labId, publicationId: id },
      select: { title: true },
      orderBy: { number: "desc" },
    });
    const object = { kind: "publication" as const, id, name };
    await audit(tx, grant, reason === null ? "publication.restore" : "publication.withdraw", object);
    return true;
  });
}
