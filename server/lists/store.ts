import { statedMark } from "../../contracts/person";
import { Prisma } from "../../prisma/generated/client";
import type { Closure, Reader } from "../access/grant";
import { readableIds } from "../access/scope";

/** The rows of a noun that the grant may read, under the alias that `from` gives them. */
export function readableRows(grant: Reader, noun: keyof Closure, alias: string): Prisma.Sql {
  const ids = readableIds(grant, noun);
  const row = Prisma.raw(alias);
  const ofLab = Prisma.sql`${row}."labId" = ${grant.labId}`;
  return ids === null ? ofLab : Prisma.sql`${ofLab} AND ${row}.id = ANY(${ids}::text[])`;
}

/** Who made a row, a member or not any more; null for the system's own and for an account that is gone. */
export const nameOf = (_grant: Reader, userId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce((SELECT person.name FROM "User" person WHERE person.id = ${userId}),
    (SELECT stated.name || ${statedMark} FROM "StatedAuthor" stated WHERE stated.id = ${userId}))`;

/** What a key stands for, where the words for it are in the code and not in the database; the key where it has none. */
export const wordsFor = (
  _grant: Reader,
  key: Prisma.Sql,
  words: readonly (readonly [key: string, word: string])[],
): Prisma.Sql => {
  const cases = words.map(([one, word]) => Prisma.sql`WHEN ${one} THEN ${word}`);
  return cases.length > 0 ? Prisma.sql`(CASE ${key} ${Prisma.join(cases, " ")} ELSE ${key} END)` : key;
};
