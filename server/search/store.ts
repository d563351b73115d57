import type { ObjectRef } from "../../contracts/object";
import { Prisma } from "../../prisma/generated/client";
import type { InLab, LabGrant } from "../access/grant";
import { db } from "../db";
import type { Words } from "./words";

/**
 * What a search reads of a noun: SELECT of id, title, tags text[], body (all else that can be found) and at (last change),
 * of the rows that the grant may read. Bodies begin with what a person would like to see quoted.
 */
export type Documents = Prisma.Sql;

export interface Asked extends Words {
  readonly tag: string | null;
}
/** Where a page ended. */
export interface Place {
  readonly score: number;
  readonly at: string;
  readonly id: string;
}
export interface Match extends Place {
  readonly body: string;
  readonly tags: string[] | null;
  readonly changedAt: Date;
  readonly inTitle: boolean;
  readonly total: number;
}

/**
 * The best matches first: the title itself, its beginning, beginnings of its words, parts of it, tags, the rest; among equals
 * the last changed. Matching is by parts of words, so that it works for every script, also those without spaces.
 */
export function findMatches(
  _grant: InLab,
  documents: Documents,
  asked: Asked,
  limit: number,
  after: Place | null,
): Promise<Match[]> {
  const words = asked.wanted.map((word) => Prisma.sql`lower(${word})`);
  const all = (condition: (word: Prisma.Sql) => Prisma.Sql) =>
    words.length > 0 ? Prisma.join(words.map(condition), " AND ") : Prisma.sql`true`;
  const typed = Prisma.sql`lower(${asked.wanted.join(" ")})`;
  const inTitle = all((word) => Prisma.sql`strpos(title, ${word}) > 0`);
  return db().$queryRaw<Match[]>`
    SELECT id, body, tags, "changedAt", "changedAt"::text AS at, score, ${inTitle} AS "inTitle", total FROM (
      SELECT *, count(*) OVER ()::int AS total, CASE
          WHEN title = ${typed} THEN 5
          WHEN starts_with(title, ${typed}) THEN 4
          WHEN ${all((word) => Prisma.sql`strpos(' ' || title, ' ' || ${word}) > 0`)} THEN 3
          WHEN ${inTitle} THEN 2
          WHEN ${all((word) => Prisma.sql`strpos(title || ' ' || labels, ${word}) > 0`)} THEN 1
          ELSE 0 END AS score
      FROM (${prepared(documents)}) AS document
      WHERE ${conditionOf(asked)}
    ) AS found
    ${after ? Prisma.sql`WHERE (score, "changedAt", id) < (${after.score}, ${after.at}::timestamp(3), ${after.id})` : Prisma.empty}
    ORDER BY score DESC, "changedAt" DESC, id DESC LIMIT ${limit + 1}`;
}

/** The tags of documents, most used first. */
export function countTags(
  _grant: InLab,
  documents: readonly Documents[],
  text: string,
  limit: number,
): Promise<{ tag: string; count: number }[]> {
  const tags = documents.map((one) => Prisma.sql`SELECT unnest(tags) AS tag FROM (${one}) AS document`);
  return db().$queryRaw`
    SELECT tag, count(*)::int AS count FROM (${Prisma.join(tags, " UNION ALL ")}) AS used
    WHERE strpos(lower(normalize(tag)), lower(${text})) > 0
    GROUP BY tag ORDER BY starts_with(lower(tag), lower(${text})) DESC, count(*) DESC, tag LIMIT ${limit}`;
}

const prepared = (documents: Documents) => Prisma.sql`
  SELECT id, body, tags, at AS "changedAt", lower(normalize(title)) AS title,
    lower(normalize(array_to_string(tags, ' '))) AS labels, lower(normalize(body)) AS rest
  FROM (${documents}) AS raw`;

function conditionOf({ wanted, unwanted, tag }: Asked): Prisma.Sql {
  const has = (word: string) => Prisma.sql`strpos(concat_ws(E'\n', title, labels, rest), lower(${word})) > 0`;
  const conditions = [
    ...wanted.map(has),
    ...unwanted.map((word) => Prisma.sql`NOT ${has(word)}`),
    ...(tag === null ? [] : [Prisma.sql`tags @> ARRAY[${tag}]`]),
  ];
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

/** As many as a palette offers before anything is typed. */
const remembered = 12;

/** What a person opened last in this lab, newest first. */
export const listVisits = ({ labId, userId }: LabGrant): Promise<Pick<VisitRow, "kind" | "objectId">[]> =>
  db().visit.findMany({
    where: { labId, userId },
    select: { kind: true, objectId: true },
    orderBy: { at: "desc" },
    take: remembered,
  });
type VisitRow = Prisma.VisitGetPayload<object>;

export async function insertVisit({ labId, userId }: LabGrant, { kind, id }: ObjectRef): Promise<void> {
  await db().$executeRaw`
    WITH visited AS (
      INSERT INTO "Visit" ("labId", "userId", kind, "objectId") VALUES (${labId}, ${userId}, ${kind}, ${id})
      ON CONFLICT ("labId", "userId", kind, "objectId") DO UPDATE SET at = now()
    )
    DELETE FROM "Visit" WHERE "labId" = ${labId} AND "userId" = ${userId} AND (kind, "objectId") IN (
      SELECT kind, "objectId" FROM "Visit" WHERE "labId" = ${labId} AND "userId" = ${userId}
      ORDER BY at DESC OFFSET ${4 * remembered}
    )`;
}
