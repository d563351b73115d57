import { createHash } from "node:crypto";
import { chunkHashHeader } from "../../../contracts/upload";
import { env } from "../../env";
import { beginUpload, keepFile } from "../../uploads/service";
import type { LabFixture } from "../testing/lab-fixture";
import type { ProcedureRow, RouteRow } from "./row";

/** Content that no other upload has, so that each has an id of its own. */
const small = (lab: LabFixture) =>
  `id,trial,s1,s2,s3,s4,s5,note\nm1,1,1,2,3,4,5,${lab.slug} ${lab.unique("note")}\n`;
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** A file of the lab, all of it there. */
export const makeUpload = (lab: LabFixture, text = small(lab)) =>
  keepFile(lab.grant, `${lab.unique("recording")}.csv`, Buffer.from(text));

const about = (lab: LabFixture, text: string) => ({
  ...{ fileName: lab.unique("recording"), byteLength: Buffer.byteLength(text), fingerprint: hashOf(text) },
});
const aboutOne = async (lab: LabFixture) => ({ uploadId: (await makeUpload(lab)).id });

export const uploads: readonly ProcedureRow[] = [
  { name: "uploads.get", access: "dataset:create", input: aboutOne },
  {
    name: "uploads.begin",
    access: "dataset:create",
    input: (lab) => about(lab, small(lab)),
    free: ["fileName", "fingerprint"],
  },
  { name: "uploads.finish", access: "dataset:create", input: aboutOne },
  { name: "uploads.remove", access: "dataset:create", input: aboutOne },
];

/** What the next call of the route is about: its parameters are asked for after its request. */
let begun = "";
export const uploadRoutes: readonly RouteRow[] = [
  {
    file: "app/api/lab/[lab]/uploads/[upload]/[chunk]/route.ts",
    method: "PUT",
    access: "dataset:create",
    async request(lab) {
      const text = small(lab);
      ({ id: begun } = await beginUpload(lab.grant, about(lab, text)));
      const url = new URL(`/api/lab/${lab.slug}/uploads/${begun}/0`, env().NEXTAUTH_URL);
      const headers = { origin: url.origin, [chunkHashHeader]: hashOf(text) };
      return new Request(url, { method: "PUT", headers, body: text });
    },
    params: (lab) => ({ lab: lab.slug, upload: begun, chunk: "0" }),
  },
];
