import type { MappingSave } from "../../contracts/mapping";
import type { Prisma } from "../../prisma/generated/client";
import type { InLab } from "../access/grant";
import { db } from "../db";

const mapping = {
  ...{ id: true, name: true, format: true, layout: true, answers: true, createdById: true, updatedAt: true },
} as const satisfies Prisma.SavedMappingSelect;
export type MappingRecord = Prisma.SavedMappingGetPayload<{ select: typeof mapping }>;

/** Those for files of one layout, newest first. */
export const listMappings = ({ labId }: InLab, layout: string): Promise<MappingRecord[]> =>
  db().savedMapping.findMany({
    where: { labId, layout },
    select: mapping,
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
  });

export function saveMapping(
  { labId, userId }: InLab,
  { name, answers, ...rest }: Omit<MappingSave, "lab">,
): Promise<MappingRecord> {
  const data = { ...rest, answers: answers as Prisma.InputJsonObject, createdById: userId };
  return db().savedMapping.upsert({
    where: { labId_name: { labId, name } },
    create: { ...data, labId, name },
    update: data,
    select: mapping,
  });
}

export const removeMapping = async ({ labId }: InLab, id: string): Promise<boolean> =>
  (await db().savedMapping.deleteMany({ where: { labId, id } })).count > 0;
