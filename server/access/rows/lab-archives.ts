import { env } from "../../env";
import { db } from "../../db";
import type { LabFixture } from "../testing/lab-fixture";
import type { ProcedureRow, RouteRow } from "./row";
import { makeUpload } from "./uploads";

/** An archive of the lab, made long ago. */
async function makeArchive(
  { id: labId }: LabFixture,
  status: "waiting" | "done" = "done",
): Promise<{ archive: string }> {
  const { id } = await db().labArchive.create({ data: { labId, kind: "export", status } });
  return { archive: id };
}
const forget = async ({ id: labId }: LabFixture) =>
  void (await db().labArchive.deleteMany({ where: { labId } }));

export const labArchives: readonly ProcedureRow[] = [
  { name: "labArchives.list", access: "lab:manage" },
  {
    name: "labArchives.export",
    access: "lab:manage",
    // one at a time
    input: async (lab) => {
      await forget(lab);
      return {};
    },
    after: forget,
  },
  {
    name: "labArchives.import",
    access: "lab:manage",
    input: async (lab) => {
      await forget(lab);
      return { uploadId: (await makeUpload(lab)).id };
    },
    after: forget,
  },
  {
    name: "labArchives.cancel",
    access: "lab:manage",
    input: (lab) => makeArchive(lab, "waiting"),
    after: forget,
  },
  { name: "labArchives.remove", access: "lab:manage", input: (lab) => makeArchive(lab) },
];

export const labArchiveRoutes: readonly RouteRow[] = [
  {
    file: "app/api/lab/[lab]/archives/[archive]/route.ts",
    method: "GET",
    access: "lab:manage",
    request: (lab) => new Request(new URL(`/api/lab/${lab.slug}/archives/x`, env().NEXTAUTH_URL)),
    params: async (lab) => ({ lab: lab.slug, ...(await makeArchive(lab)) }),
  },
];
