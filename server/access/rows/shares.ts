import { env } from "../../env";
import { offer } from "../../shares/service";
import { makeGiver, managerOf, readingOnly, shareWith } from "../testing/giver";
import type { LabFixture } from "../testing/lab-fixture";
import { makeModel } from "./models";
import { makeDataset } from "./datasets";
import type { ProcedureRow, RouteRow } from "./row";

const modelOf = async (lab: LabFixture) => ({ kind: "model" as const, id: (await makeModel(lab)).id });

const offered = async (lab: LabFixture) => {
  const wanted = { object: await modelOf(lab), ...readingOnly, to: null };
  return { id: (await offer(managerOf(lab), wanted)).share.id };
};

/** Offered to this lab's address by another. */
const offeredHere = async (lab: LabFixture) => {
  const giver = await makeGiver(lab);
  const wanted = { object: await modelOf(giver), ...readingOnly, to: lab.slug };
  return { id: (await offer(managerOf(giver), wanted)).share.id };
};

const received = async (lab: LabFixture) => {
  const giver = await makeGiver(lab);
  const model = await makeModel(giver);
  const terms = { mayFork: true, mayExport: true };
  return { model, ...(await shareWith(lab, giver, { kind: "model", id: model.id }, terms)) };
};

export const shares: readonly ProcedureRow[] = [
  { name: "shares.given", access: "share:read" },
  { name: "shares.received", access: "share:read" },
  {
    name: "shares.offer",
    access: "share:manage",
    input: async (lab) => ({ object: await modelOf(lab), ...readingOnly, to: null }),
  },
  {
    name: "shares.change",
    access: "share:manage",
    input: async (lab) => ({ ...(await offered(lab)), ...readingOnly, level: "comment" }),
  },
  { name: "shares.revoke", access: "share:manage", input: offered },
  { name: "shares.accept", access: "share:manage", input: offeredHere },
  { name: "shares.acceptLink", access: "share:manage" },
  { name: "shares.end", access: "share:manage", input: offeredHere },
  { name: "shares.pending", access: "public" },
  {
    name: "shares.open",
    access: "share:read",
    input: async (lab) => ({ lab: (await received(lab)).place }),
  },
  {
    name: "shares.takeAway",
    access: "share:read",
    input: async (lab) => ({ lab: (await received(lab)).place, what: "a figure" }),
  },
  {
    name: "shares.fork",
    access: "model:create",
    input: async (lab) => {
      const { id, model } = await received(lab);
      return { id, versionId: model.latest.id, name: lab.unique("fork of theirs") };
    },
    free: ["name"],
  },
  {
    name: "shares.origin",
    access: "share:read",
    input: async (lab) => ({ object: await modelOf(lab) }),
  },
];

/** What the next call of the route is about: its parameters are asked for after its request. */
let opened = { share: "", version: "" };
export const shareRoutes: readonly RouteRow[] = [
  {
    file: "app/api/lab/[lab]/shared/[share]/datasets/[version]/export/route.ts",
    method: "GET",
    access: "dataset:read",
    async request(lab) {
      const giver = await makeGiver(lab);
      const { datasetId, id: version } = await makeDataset(giver);
      const { id: share, place } = await shareWith(
        lab,
        giver,
        { kind: "dataset", id: datasetId },
        { mayExport: true },
      );
      opened = { share, version };
      return new Request(
        new URL(`/api/lab/${place}/datasets/${version}/export?format=csv`, env().NEXTAUTH_URL),
      );
    },
    params: (lab) => ({ lab: lab.slug, ...opened }),
  },
];
