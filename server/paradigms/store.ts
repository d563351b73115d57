import type { Prisma } from "../../prisma/generated/client";
import type { InLab } from "../access/grant";
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
export function listParadigms({ labId }: InLab): Promise<ParadigmRow[]> {
  return db().paradigm.findMany({
    where: { labId },
    select: paradigm,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

export function findParadigm({ labId }: InLab, id: string): Promise<ParadigmRow | null> {
  return db().paradigm.findFirst({ where: { labId, id }, select: paradigm });
}

export function findParadigmNamed({ labId }: InLab, name: string): Promise<ParadigmRow | null> {
  return db().paradigm.findFirst({ where: { labId, name }, select: paradigm });
}

/** Null when another paradigm of the lab has the name. */
export function insertParadigm(
  { labId, userId }: InLab,
  { name, spec, hash }: { name: string; spec: Prisma.InputJsonObject; hash: string },
) {
  const signed = { labId, createdById: userId };
  return unlessTaken(() =>
    db().paradigm.create({
      data: { ...signed, name, versions: { create: { ...signed, number: 1, spec, hash } } },
      select: paradigm,
    }),
  );
}
