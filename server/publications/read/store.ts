import { gunzipSync } from "node:zlib";
import type { ResultColumn } from "../../../contracts/publication";
import type { PublicationGrant, PublicGrant } from "../../access/grant";
import { db } from "../../db";

/** What anybody may read who has the address. */
export const findBySlug = (_grant: PublicGrant, slug: string) =>
  db().publication.findUnique({
    where: { slug },
    select: {
      ...{ id: true, withdrawnAt: true, withdrawnReason: true },
      lab: {
        select: {
          wishes: {
            select: { userId: true, createdAt: true, user: { select: { name: true, orcid: true } } },
            orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
          },
        },
      },
      versions: {
        select: { number: true, title: true, notes: true, hash: true, publishedAt: true },
        orderBy: { number: "desc" },
      },
    },
  });

/** @param slugHash SHA-256 of an address, in hex. */
export const findTombstone = (_grant: PublicGrant, slugHash: string) =>
  db().tombstone.findUnique({
    where: { slugHash },
    select: { publishedOn: true, goneOn: true },
  });

export const findManifest = ({ publicationId }: PublicationGrant, number: number) =>
  db().publicationVersion.findUniqueOrThrow({
    where: { publicationId_number: { publicationId, number } },
    select: { manifest: true },
  });

/** The bytes that a hash stands for; null where no version of the publication names it. */
export async function findPart(
  { publicationId }: PublicationGrant,
  hash: string,
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  const part = await db().publicationPart.findUnique({
    where: { publicationId_hash: { publicationId, hash } },
    select: { mediaType: true, bytes: true, resultId: true, column: true },
  });
  if (!part) return null;
  const { mediaType, bytes, resultId } = part;
  if (bytes) return { mediaType, bytes: new Uint8Array(gunzipSync(bytes)) };
  const column = part.column as ResultColumn;
  const result = await db().runResult.findUniqueOrThrow({
    where: { id: resultId! },
    select: { [column]: true },
  });
  return { mediaType, bytes: new Uint8Array(result[column] as unknown as Uint8Array) };
}
