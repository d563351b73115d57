import { comparisonState } from "../../../contracts/comparison";
import { dashboardDocument } from "../../../contracts/dashboard";
import { createDashboard } from "../../dashboards/service";
import { env } from "../../env";
import { publish, withdraw } from "../../publications/service";
import type { LabFixture } from "../testing/lab-fixture";
import { oncePerLab } from "../testing/once-per-lab";
import { makeDashboard } from "./dashboards";
import { makeDataset } from "./datasets";
import type { ProcedureRow, RouteRow } from "./row";

const front = (lab: LabFixture) => ({
  ...{ title: lab.unique("publication"), abstract: "", notes: "", licence: "CC-BY-4.0" },
  authors: [{ name: "Somebody", orcid: null, affiliation: "" }],
});
const wanted = async (lab: LabFixture) => ({
  ...{ publication: null, dashboard: (await makeDashboard(lab)).id, version: 1, options: {} },
  ...front(lab),
});

/** What a lab published, new with each call. */
export const makePublication = async (lab: LabFixture) => publish(lab.grant, await wanted(lab));

/** With a figure that something is drawn in: the trace of an animal, where no run need be done. */
async function makeDrawnPublication(lab: LabFixture) {
  const groups = [{ kind: "recording", dataset: (await makeDataset(lab)).id, group: "" }];
  const source = { from: "state", state: comparisonState.parse({ groups }) };
  const content = { kind: "traces", source, signal: "s", look: {} };
  const panel = { id: "panel-0", title: "", place: { x: 0, w: 6, h: 2 }, bind: {}, content };
  const document = dashboardDocument.parse({ panels: [panel], variables: [], references: [] });
  const { id } = await createDashboard(lab.grant, { name: lab.unique("dashboard"), document });
  return publish(lab.grant, { ...(await wanted(lab)), dashboard: id });
}

const aboutOne = async (lab: LabFixture) => ({ id: (await makePublication(lab)).id });

export const publications: readonly ProcedureRow[] = [
  { name: "publications.list", access: "publication:read" },
  { name: "publications.get", access: "publication:read", input: aboutOne },
  { name: "publications.history", access: "publication:read", input: aboutOne },
  {
    name: "publications.preview",
    access: "publication:publish",
    input: async (lab) => ({ dashboard: (await makeDashboard(lab)).id, version: 1 }),
  },
  {
    name: "publications.publish",
    access: "publication:publish",
    input: async (lab) => {
      const { id, dashboard } = await makePublication(lab);
      return { ...(await wanted(lab)), publication: id, dashboard: dashboard!.id };
    },
    free: ["title"],
  },
  {
    name: "publications.withdraw",
    access: "publication:publish",
    input: async (lab) => ({ ...(await aboutOne(lab)), reason: "A mistake" }),
  },
  {
    name: "publications.restore",
    access: "publication:publish",
    input: async (lab) => {
      const input = await aboutOne(lab);
      await withdraw(lab.grant, { ...input, reason: "A mistake" });
      return input;
    },
  },
  { name: "publications.wishes", access: "publication:read" },
  {
    name: "publications.wish",
    access: "publication:read",
    input: async () => ({ takesPart: false }),
  },
];

const publication = oncePerLab(makePublication);
const route = (file: string, more: Record<string, string>, make = publication): RouteRow => ({
  ...{ file: `app/${file}/route.ts`, method: "GET", access: "public" },
  request: () => new Request(new URL("/p", env().NEXTAUTH_URL)),
  params: async (lab) => ({ address: (await make(lab)).address, ...more }),
});
export const publicationRoutes: readonly RouteRow[] = [
  route("p/[address]", {}),
  route("p/[address]/archive.zip", {}),
  route("p/[address]/v/[number]", { number: "1" }),
  route("p/[address]/v/[number]/[file]", { number: "1", file: "methods.md" }),
  route("p/[address]/v/[number]/figures/[file]", { number: "1", file: "panel-0.svg" }, makeDrawnPublication),
  route("p/[address]/v/[number]/data/[file]", { number: "1", file: "panel-0.csv" }),
  route("embed/[address]/[number]/[panel]", { number: "1", panel: "panel-0" }),
];
