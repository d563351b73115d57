import { comparisonNwbQuery, queryOf } from "../../../contracts/comparison";
import type { ObjectRef } from "../../../contracts/object";
import { env } from "../../env";
import { offer } from "../../shares/service";
import { makeGiver, managerOf, readingOnly, shareWith } from "../testing/giver";
import type { LabFixture } from "../testing/lab-fixture";
import { makeComparison } from "./comparisons";
import { makeDataset } from "./datasets";
import { makeExperiment } from "./experiments";
import { makeModel } from "./models";
import type { ProcedureRow, RouteRow } from "./row";
import { makeDoneRun } from "./runs";

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
  { name: "shares.departures", access: "share:read", input: offered },
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

/** What the next call of a route is about: its parameters are asked for after its request. */
let opened: Record<string, string> = {};

/** A route that hands out of what another lab shares, with its consent. */
const handsOut = (
  file: string,
  access: RouteRow["access"],
  make: (giver: LabFixture) => Promise<{ object: ObjectRef; params: Record<string, string>; path: string }>,
): RouteRow => ({
  ...{ file: `app/api/lab/[lab]/shared/[share]/${file}/export/route.ts`, method: "GET", access },
  async request(lab) {
    const giver = await makeGiver(lab);
    const { object, params, path } = await make(giver);
    const { id: share, place } = await shareWith(lab, giver, object, { mayExport: true });
    opened = { share, ...params };
    return new Request(new URL(`/api/lab/${place}/${path}`, env().NEXTAUTH_URL));
  },
  params: (lab) => ({ lab: lab.slug, ...opened }),
});

export const shareRoutes: readonly RouteRow[] = [
  handsOut("datasets/[version]", "dataset:read", async (giver) => {
    const { datasetId: id, id: version } = await makeDataset(giver);
    return { object: { kind: "dataset", id }, params: { version }, path: "datasets/x/export?format=csv" };
  }),
  handsOut("runs/[run]", "run:read", async (giver) => {
    const run = await makeDoneRun(giver);
    return { object: { kind: "run", id: run }, params: { run }, path: "runs/x/export" };
  }),
  handsOut("experiments/[experiment]", "run:read", async (giver) => {
    const { id: experiment } = await makeExperiment(giver);
    const object = { kind: "experiment" as const, id: experiment };
    return { object, params: { experiment }, path: "experiments/x/export" };
  }),
  handsOut("comparisons", "comparison:read", async (giver) => {
    const { id, state, name } = await makeComparison(giver);
    const query = comparisonNwbQuery({ ...queryOf(state), name });
    return { object: { kind: "comparison", id }, params: {}, path: `comparisons/export?${query}` };
  }),
];
