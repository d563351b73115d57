import { Prisma } from "../../../prisma/generated/client";
import type { InLab } from "../../access/grant";
import { db } from "../../db";

/** What a search reads: comments on objects of this lab that are not deleted, without the marks of mentions. */
export const documents = ({ labId }: InLab): Prisma.Sql => Prisma.sql`
  SELECT c.id, '' AS title, ARRAY[]::text[] AS tags, c."createdAt" AS at,
    regexp_replace(c.body, '@\{[^}]*\}', '@', 'g') AS body
  FROM "Comment" c JOIN "Thread" t ON t.id = c."threadId" WHERE t."labId" = ${labId} AND c."deletedAt" IS NULL`;

/** Where the asked comments stand and whose they are. */
export const findComments = ({ labId }: InLab, ids: readonly string[]) =>
  db().comment.findMany({
    where: { id: { in: [...ids] }, thread: { labId } },
    select: {
      id: true,
      author: { select: { name: true } },
      thread: { select: { objectKind: true, objectId: true } },
    },
  });
