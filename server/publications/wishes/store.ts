import type { InLab, LabGrant, PublicationGrant } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";

export const findPerson = ({ userId }: LabGrant) =>
  db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });

/** Who takes no part, oldest first. */
export const findWishes = ({ labId }: InLab) =>
  db().publicationWish.findMany({
    where: { labId },
    select: { userId: true, createdAt: true, user: { select: { name: true, orcid: true } } },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
  });

/** Changes nothing where it is so already. */
export const setWish = (grant: LabGrant, takesPart: boolean): Promise<void> =>
  db().$transaction(async (tx) => {
    const { labId, userId } = grant;
    const { count } = takesPart
      ? await tx.publicationWish.deleteMany({ where: { labId, userId } })
      : await tx.publicationWish.createMany({ data: [{ labId, userId }], skipDuplicates: true });
    if (count === 0) return;
    const { name } = await tx.lab.findUniqueOrThrow({ where: { id: labId }, select: { name: true } });
    const action = takesPart ? "publication.return" : "publication.leave";
    await audit(tx, grant, action, { kind: "lab", id: labId, name });
  });

export interface Made {
  readonly kind: "model" | "dataset" | "experiment";
  readonly id: string;
  readonly name: string;
  readonly createdById: string;
}

/** @param ids of versions and experiments; null is all of the lab. */
async function madeIn(
  labId: string,
  people: readonly string[],
  ids: readonly string[] | null,
): Promise<Made[]> {
  const where = { labId, createdById: { in: [...people] }, ...(ids && { id: { in: [...ids] } }) };
  const [models, datasets, experiments] = await Promise.all([
    db().modelVersion.findMany({
      where,
      select: { id: true, number: true, createdById: true, model: { select: { name: true } } },
    }),
    db().datasetVersion.findMany({
      where,
      select: { id: true, number: true, createdById: true, dataset: { select: { name: true } } },
    }),
    db().experiment.findMany({ where, select: { id: true, name: true, createdById: true } }),
  ]);
  return [
    ...models.map(({ model, number, ...row }) => ({
      ...row,
      kind: "model",
      name: `${model.name} v${number}`,
    })),
    ...datasets.map(({ dataset, number, ...row }) => ({
      ...{ ...row, kind: "dataset", name: `${dataset.name} v${number}` },
    })),
    ...experiments.map((row) => ({ ...row, kind: "experiment" })),
  ] as Made[];
}

/** Of these versions and experiments, those that one of these people made. */
export const findMade = (
  { labId }: InLab,
  people: readonly string[],
  ids: readonly string[],
): Promise<Made[]> => madeIn(labId, people, ids);

/** What these people made in the lab of a publication, and what its keys are made with. */
export async function findMadeBehind(
  { publicationId }: PublicationGrant,
  people: readonly string[],
): Promise<{ readonly salt: string; readonly made: readonly Made[] }> {
  const { labId, salt } = await db().publication.findUniqueOrThrow({
    where: { id: publicationId },
    select: { labId: true, salt: true },
  });
  return { salt, made: await madeIn(labId, people, null) };
}
