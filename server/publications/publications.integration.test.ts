import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "../../contracts/canonical-json";
import { comparisonState, type GroupRef } from "../../contracts/comparison";
import { type DashboardDocument, dashboardDocument } from "../../contracts/dashboard";
import { panelData } from "../../contracts/dashboard-panel";
import { publicationManifest, type PublicationManifest } from "../../contracts/publication";
import { specOf } from "../../contracts/publication-spec";
import { describeSubject } from "../../engine/subject";
import { computeQueued, type Scenario, scenario } from "../../worker/testing/scenario";
import { makeDataset } from "../access/rows/datasets";
import { enterLab } from "../access/enter-lab";
import { makeGiver, managerOf, shareWith } from "../access/testing/giver";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { makeModel } from "../access/rows/models";
import { saveComparison } from "../comparisons/service";
import { createDashboard } from "../dashboards/service";
import { db } from "../db";
import { launchExperiment } from "../experiments/service";
import { specHash } from "../runs/service";
import { forkModel } from "../shares/service";
import * as publications from "./service";

let lab: LabFixture;
let base: Scenario;
let experiment: string;
let model: string;
beforeAll(async () => {
  lab = await makeLab("publishing");
  base = await scenario(lab.slug);
  const subjects = [0, 1].map((index) => describeSubject(index));
  experiment = (await launchExperiment(base.grant, base.wanted({ arms: ["control", "stimLick+"], subjects })))
    .id;
  model = base.wanted().modelVersionIds[0];
  await computeQueued(base.grant);
}, 60_000);

const simulated = (arm: string): GroupRef => ({ kind: "simulation", experiment, model, arm });
const front = (title = "What we found") => ({
  ...{ title, abstract: "In short", notes: "First", licence: "CC-BY-4.0" },
  authors: [{ name: "Ada Lovelace", orcid: "0000-0002-1825-0097", affiliation: "London" }],
});

async function document(
  groups: GroupRef[],
  more: Partial<DashboardDocument> = {},
): Promise<DashboardDocument> {
  const { id: comparison } = await saveComparison(lab.grant, {
    ...{ name: lab.unique("comparison"), notes: "" },
    state: comparisonState.parse({ groups, block: 20, trials: { from: 1, to: 10 } }),
  });
  const source = { from: "comparison" as const, comparison };
  const panel = (id: string, content: unknown, bind = {}) => ({
    ...{ id, title: "", place: { x: 0, w: 6, h: 2 }, bind, content },
  });
  const place = { experiment, model, arm: "stimLick+", subject: "p1 r201", repetition: 0 };
  return dashboardDocument.parse({
    panels: [
      panel(
        "curve",
        { kind: "chart", source, figure: "curve:prepLick" },
        { model: "models", measure: "measure" },
      ),
      panel("table", { kind: "table", source, measures: null, trials: null }),
      panel("run", { kind: "run", run: place, show: { as: "raster" } }),
      panel("words", { kind: "text", text: "Words" }),
    ],
    variables: [
      { kind: "model", name: "models", title: "Models", value: [model] },
      { kind: "measure", name: "measure", title: "Measure", value: "prepLick" },
    ],
    references: [],
    ...more,
  });
}
async function published(doc: DashboardDocument, options = {}) {
  const { id: dashboard } = await createDashboard(lab.grant, { name: lab.unique("board"), document: doc });
  const summary = await publications.publish(lab.grant, {
    ...{ publication: null, dashboard, version: 1, options, ...front() },
  });
  return { dashboard, summary, ...(await stored(summary.id, 1)) };
}
async function stored(publicationId: string, number: number) {
  const row = await db().publicationVersion.findFirstOrThrow({ where: { publicationId, number } });
  const manifest = publicationManifest.parse(JSON.parse(row.manifest));
  return { text: row.manifest, hash: row.hash, manifest };
}
async function bytesOf(publicationId: string, hash: string): Promise<Buffer> {
  const part = await db().publicationPart.findUniqueOrThrow({
    where: { publicationId_hash: { publicationId, hash } },
    include: { result: true },
  });
  return part.bytes ? gunzipSync(part.bytes) : Buffer.from(part.result![part.column as "training"]);
}
const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");
const dataOf = async (id: string, manifest: PublicationManifest, panel: string, setting = 0) =>
  panelData.parse(JSON.parse((await bytesOf(id, manifest.settings[setting].panels[panel])).toString()));

describe("a publication", () => {
  it("freezes every panel, with the runs behind them, under hashes that stand for every number", async () => {
    const { summary, manifest, text, hash } = await published(await document([simulated("stimLick+")]));
    expect(hash).toBe(sha256(text));
    expect(text).toBe(canonicalJson(manifest));
    // with the control arm, which differences are from
    expect(manifest.runs.map(({ arm }) => arm).sort()).toEqual([
      "control",
      "control",
      "stimLick+",
      "stimLick+",
    ]);
    const hashes = [
      ...Object.values(manifest.settings[0].panels),
      ...manifest.runs.flatMap(({ result }) => Object.values(result)),
    ];
    for (const one of hashes) expect(sha256(await bytesOf(summary.id, one!))).toBe(one);
    for (const run of manifest.runs) expect(specHash(specOf(manifest, run))).toBe(run.specHash);
    expect(await dataOf(summary.id, manifest, "curve")).toMatchObject({ kind: "chart", groups: [{ n: 2 }] });
    expect(await dataOf(summary.id, manifest, "run")).toMatchObject({
      run: { status: "done" },
      reason: null,
    });
  });

  it("holds no id of the database, and keys of its own", async () => {
    const doc = await document([simulated("control")]);
    const [one, other] = [await published(doc), await published(doc)];
    const parts = await db().publicationPart.findMany({ where: { publicationId: one.summary.id } });
    const all = [
      one.text,
      ...parts.flatMap(({ bytes }) => (bytes ? gunzipSync(bytes).toString() : [])),
    ].join();
    const tables = await db().$queryRaw<{ table: string }[]>`
      SELECT table_name AS table FROM information_schema.columns WHERE column_name = 'id' AND data_type = 'text'
        AND table_schema = 'public'`;
    for (const { table } of tables)
      for (const { id } of await db().$queryRawUnsafe<{ id: string }[]>(`SELECT id FROM "${table}"`))
        expect(all, table).not.toContain(id);
    expect(all).not.toContain(lab.slug);
    const keys = ({ manifest }: typeof one) => manifest.runs.map(({ key }) => key);
    expect(keys(one).filter((key) => keys(other).includes(key))).toEqual([]);
  });

  it("freezes the settings that its author chose, what the dashboard opens with first", async () => {
    const doc = await document([simulated("control")]);
    const { summary, manifest } = await published(doc, { measure: ["latency"], models: [null] });
    expect(manifest.settings.map(({ values }) => [values.models === null, values.measure])).toEqual([
      [false, "prepLick"],
      [false, "latency"],
      [true, "prepLick"],
      [true, "latency"],
    ]);
    expect(await dataOf(summary.id, manifest, "curve", 1)).toMatchObject({
      panels: [{ measure: "latency" }],
    });
    await expect(published(doc, { band: ["ci"] })).rejects.toThrow("no variable");
    await expect(published(doc, { measure: [{ from: 1, to: 2 }] })).rejects.toThrow("does not fit");
  });

  it("takes versions one after the other, and never changes one", async () => {
    const { summary, dashboard } = await published(await document([simulated("control")]));
    const next = await publications.publish(lab.grant, {
      ...{ publication: summary.id, dashboard, version: 1, options: {} },
      ...{ ...front("Again"), notes: "A better title" },
    });
    expect(next.versions.map(({ number, title, notes }) => [number, title, notes])).toEqual([
      [2, "Again", "A better title"],
      [1, "What we found", "First"],
    ]);
    await expect(
      db().publicationVersion.updateMany({ where: { publicationId: summary.id }, data: { title: "x" } }),
    ).rejects.toThrow("immutable");
    expect((await publications.getPublication(lab.grant, summary.id)).front).toMatchObject({
      title: "Again",
    });
  });

  it("leaves out and names what the lab may not publish", async () => {
    const licensed = await makeDataset(lab);
    await db().$executeRaw`ALTER TABLE "DatasetVersion" DISABLE TRIGGER USER`;
    await db().datasetVersion.update({ where: { id: licensed.id }, data: { licence: "LicenseRef-none" } });
    await db().$executeRaw`ALTER TABLE "DatasetVersion" ENABLE TRIGGER USER`;
    const recorded: GroupRef = { kind: "recording", dataset: licensed.id, group: "" };
    const doc = await document([recorded, simulated("control")]);
    const { summary, manifest } = await published({
      ...doc,
      panels: [
        ...doc.panels,
        { ...doc.panels[3], id: "recording", content: { kind: "dataset", version: licensed.id } },
      ],
    });
    const what = `${licensed.name} v1`;
    const why = "No licence was given: it may be looked at, nothing else.";
    expect(manifest.missing).toEqual([{ kind: "dataset", what, why }]);
    expect(manifest.datasets).toEqual([]);
    expect(await dataOf(summary.id, manifest, "recording")).toMatchObject({ kind: "problem" });
    expect(await dataOf(summary.id, manifest, "curve")).toMatchObject({
      groups: [{ ref: { kind: "simulation" } }],
    });
  });

  it("leaves out models that another lab let it fork, and did not agree to publish", async () => {
    const giver = await makeGiver(lab);
    const shared = await makeModel(giver);
    const { id: share } = await shareWith(lab, giver, { kind: "model", id: shared.id }, { mayFork: true });
    const fork = await forkModel(managerOf(lab), {
      ...{ id: share, versionId: shared.latest.id, name: lab.unique("fork") },
    });
    const forked = await launchExperiment(lab.grant, {
      ...base.wanted({ modelVersionIds: [fork.latest.id], name: "forked" }),
    });
    const ref: GroupRef = {
      ...{ kind: "simulation", experiment: forked.id, model: fork.latest.id, arm: "control" },
    };
    const { manifest, summary } = await published(await document([ref, simulated("control")]));
    expect(manifest.missing).toMatchObject([{ kind: "model", what: `${fork.name} v1` }]);
    expect(manifest.missing[0].why).toContain("did not agree");
    expect(manifest.models).toHaveLength(1);
    expect(await dataOf(summary.id, manifest, "curve")).toMatchObject({ groups: [{ n: 2 }] });
  });

  it("leaves out what somebody made who withdrew, does not name them, and tells readers of versions before", async () => {
    const { editor } = lab.members;
    const grant = await enterLab(editor.id, lab.slug, "publication:read");
    const { id: theirs } = await launchExperiment(await enterLab(editor.id, lab.slug, "experiment:create"), {
      ...base.wanted({ name: "Theirs", seed: 7 }),
    });
    await computeQueued(base.grant);
    const ref: GroupRef = { kind: "simulation", experiment: theirs, model, arm: "control" };
    const doc = await document([ref, simulated("control")]);
    const before = await published(doc);
    expect(before.manifest.missing).toEqual([]);
    expect((await publications.openVersion(before.summary.address, 1)).withdrawals).toEqual([]);

    const { mine } = await publications.setWish(grant, false);
    expect(mine).not.toBeNull();
    const { manifest, summary } = await published(doc);
    const why = "Whoever made it does not want it published.";
    expect(manifest.missing).toEqual([{ kind: "experiment", what: "Theirs", why }]);
    expect(await dataOf(summary.id, manifest, "curve")).toMatchObject({ groups: [{ n: 2 }] });
    expect((await publications.openVersion(before.summary.address, 1)).withdrawals).toEqual([
      { who: "maker", since: mine },
    ]);
    expect((await publications.openVersion(summary.address, 1)).withdrawals).toEqual([]);

    const named = { name: ` ${editor.name.toUpperCase()} `, orcid: null, affiliation: "" };
    const next = { publication: before.summary.id, dashboard: before.dashboard, version: 1, options: {} };
    await expect(
      publications.publish(lab.grant, { ...next, ...front(), authors: [...front().authors, named] }),
    ).rejects.toMatchObject({ details: { fields: { "authors.1.name": [expect.any(String)] } } });

    await publications.setWish(grant, true);
    await publications.setWish(grant, true);
    expect((await published(doc)).manifest.missing).toEqual([]);
    const acts = await db().auditEntry.findMany({
      where: { labId: grant.labId, action: { in: ["publication.leave", "publication.return"] } },
      orderBy: { id: "asc" },
    });
    expect(acts.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["publication.leave", editor.id],
      ["publication.return", editor.id],
    ]);
  });

  it("is withdrawn with a reason, and made public again", async () => {
    const { summary } = await published(await document([simulated("control")]));
    const gone = await publications.withdraw(lab.grant, { id: summary.id, reason: "A wrong arm" });
    expect(gone.withdrawn).toMatchObject({ reason: "A wrong arm" });
    await expect(publications.openVersion(summary.address, null)).rejects.toMatchObject({
      details: { code: "gone" },
    });
    expect((await publications.restore(lab.grant, summary.id)).withdrawn).toBeNull();
    const acts = await db().auditEntry.findMany({ where: { objectId: summary.id }, orderBy: { id: "asc" } });
    expect(acts.map(({ action }) => action)).toEqual([
      "publication.publish",
      "publication.withdraw",
      "publication.restore",
    ]);
  });

  it("says before what would be missing", async () => {
    const { id } = await createDashboard(lab.grant, {
      ...{ name: lab.unique("board"), document: await document([simulated("control")]) },
    });
    expect(await publications.preview(lab.grant, { dashboard: id, version: 1 })).toEqual({
      ...{ missing: [], warnings: [], runs: { done: 2, of: 2 } },
    });
  });
});
