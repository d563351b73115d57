import type { NameFilter } from "../../contracts/object";
import type { Prisma } from "../../prisma/generated/client";
import type { InLab, Reader } from "../access/grant";
import { readable } from "../access/scope";
import { audit } from "../audit/service";
import { db, unlessTaken } from "../db";

const version = {
  select: {
    id: true,
    paradigmId: true,
    number: true,
    spec: true,
    hash: true,
    createdById: true,
    createdAt: true,
  },
  orderBy: { number: "desc" },
} as const;
const paradigm = { id: true, name: true, createdById: true, createdAt: true, versions: version } as const;

export type VersionRow = Prisma.ParadigmVersionGetPayload<Pick<typeof version, "select">>;
export type ParadigmRow = Prisma.ParadigmGetPayload<{ select: typeof paradigm }>;

/** Every paradigm of the lab, oldest first; each with all its versions, newest first. */
export function listParadigms(grant: Reader): Promise<ParadigmRow[]> {
  return db().paradigm.findMany({
    where: readable.paradigms(grant),
    select: readableParadigm(grant),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

export function findParadigm(grant: Reader, id: string): Promise<ParadigmRow | null> {
  return db().paradigm.findFirst({
    where: { AND: [readable.paradigms(grant), { id }] },
    select: readableParadigm(grant),
  });
}

const readableParadigm = (grant: Reader) => ({
  ...paradigm,
  versions: { ...version, where: readable.paradigmVersions(grant) },
});

export function findParadigmNamed({ labId }: InLab, name: string): Promise<ParadigmRow | null> {
  return db().paradigm.findFirst({ where: { labId, name }, select: paradigm });
}

/** By id, or the newest whose name holds the text. */
export function listNames(grant: Reader, filter: NameFilter) {
  const asked =
    "ids" in filter
      ? { id: { in: [...filter.ids] } }
      : { name: { contains: filter.text, mode: "insensitive" as const } };
  return db().paradigm.findMany({
    where: { AND: [readable.paradigms(grant), asked] },
    select: {
      id: true,
      name: true,
      createdAt: true,
      versions: {
        select: { number: true },
        orderBy: { number: "desc" },
        take: 1,
        where: readable.paradigmVersions(grant),
      },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: "ids" in filter ? undefined : filter.limit,
  });
}

/** Null when another paradigm of the lab has the name. */
export function insertParadigm(
  grant: InLab,
  { name, spec, hash }: { name: string; spec: Prisma.InputJsonObject; hash: string },
) {
  const signed = { labId: grant.labId, createdById: grant.userId };
  return unlessTaken(() =>
    db().$transaction(async (tx) => {
      const made = await tx.paradigm.create({
        data: { ...signed, name, versions: { create: { ...signed, number: 1, spec, hash } } },
        select: paradigm,
      });
      await audit(tx, grant, "paradigm.create", { kind: "paradigm", id: made.id, name });
      return made;
    }),
  );
}
