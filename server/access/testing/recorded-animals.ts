import { createHash } from "node:crypto";
import { db } from "../../db";

/** One letter per trial: c, u, o; in capitals where it was stimulated. A dot between sessions. */
export type MetTrials = string;

const typeOf: Record<string, string> = { c: "cued", u: "uncued", o: "omitted", x: "something else" };
const trialOf = (letter: string, index: number) => ({
  ...{ index, type: typeOf[letter.toLowerCase()], omitted: letter.toLowerCase() === "o" },
  stimulated: letter !== letter.toLowerCase(),
});

/** An imported dataset of animals that met these trials: what an importer leaves behind, without a file to read. */
export async function recordAnimals(
  lab: { readonly id: string; unique(name: string): string },
  animals: Readonly<Record<string, MetTrials>>,
  group = "control",
): Promise<{ versionId: string; datasetId: string; contentHash: string }> {
  const name = lab.unique("animals");
  const contentHash = createHash("sha256").update(name).digest("hex");
  const upload = await db().upload.create({
    data: { labId: lab.id, fileName: `${name}.csv`, byteLength: 1, sha256: contentHash },
  });
  const dataset = await db().dataset.create({ data: { labId: lab.id, name } });
  const { id: versionId } = await db().datasetVersion.create({
    data: {
      ...{ labId: lab.id, datasetId: dataset.id, number: 1, uploadId: upload.id, contentHash },
      ...{ licence: "CC0-1.0", citation: "Nobody, nowhere" },
      subjects: {
        create: Object.entries(animals).map(([animal, met], position) => ({
          ...{ name: animal, group, position },
          sessions: {
            create: met.split(".").map((trials, index) => ({
              ...{ index, name: `session ${index}` },
              trials: { create: [...trials].map(trialOf) },
            })),
          },
        })),
      },
    },
  });
  const subjects = Object.keys(animals).length;
  const trials = Object.values(animals).join("").replaceAll(".", "").length;
  const counts = { subjects, sessions: subjects, trials, groups: [{ group, subjects }], events: [] };
  await db().datasetVersion.update({
    where: { id: versionId },
    data: { status: "imported", importedAt: new Date(), summary: counts },
  });
  return { versionId, datasetId: dataset.id, contentHash };
}
