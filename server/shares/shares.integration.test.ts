import { beforeAll, describe, expect, it } from "vitest";
import { comparisonState } from "../../contracts/comparison";
import { experimentInput } from "../../contracts/experiment";
import { enterPlace } from "../access/enter-place";
import { publicGrant, systemGrantIn } from "../access/grant";
import type { Links } from "../access/links";
import { makeDataset } from "../access/rows/datasets";
import { makeExperiment } from "../access/rows/experiments";
import { makeModel } from "../access/rows/models";
import { procedureRows } from "../access/rows/registry";
import { callRoute } from "../access/testing/call-route";
import { differingTexts, textAt } from "../access/testing/differing-texts";
import { makeGiver, managerOf, readingOnly, shareWith } from "../access/testing/giver";
import { inputOf } from "../access/testing/input-of";
import { cookieOf, type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { saveComparison } from "../comparisons/service";
import { getDataset } from "../datasets/service";
import { createDashboard, saveDraft, saveVersion as saveDashboard } from "../dashboards/service";
import { db } from "../db";
import { env } from "../env";
import { getExperiment, launchExperiment } from "../experiments/service";
import { publish } from "../jobs/live";
import { removeMember } from "../labs/service";
import { openStream } from "../live/service";
import { forkModel, getModel, listModels } from "../models/service";
import { resolveObjects } from "../objects/service";
import { appRouter } from "../root";
import { createCallerFactory } from "../trpc";
import {
  acceptLink,
  acceptOffer,
  changeTerms,
  listDepartures,
  listGiven,
  listReceived,
  offer,
  pendingShare,
  revoke,
} from "./service";

const createCaller = createCallerFactory(appRouter);
let lab: LabFixture;
let giver: LabFixture;
beforeAll(async () => {
  lab = await makeLab("lab-one");
  giver = await makeLab("lab-giver");
});
const caller = () => createCaller({ user: lab.members.viewer, address: null });
const code = (of: string) => ({ details: { code: of } });
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: { details?: unknown }) => error.details ?? error,
  );
const reader = (place: string) => enterPlace(lab.members.viewer.id, place, "run:read");
const shareModel = async (terms = {}) => {
  const model = await makeModel(giver);
  return { model, ...(await shareWith(lab, giver, { kind: "model", id: model.id }, terms)) };
};

describe("a share of an experiment", () => {
  let experiment: string;
  let sibling: string;
  let place: string;
  beforeAll(async () => {
    experiment = (await makeExperiment(giver)).id;
    // the same spec: both experiments hold one run
    sibling = (await makeExperiment(giver)).id;
    ({ place } = await shareWith(lab, giver, { kind: "experiment", id: experiment }));
  });

  it("opens its runs, the versions that it is made of, and its figures", async () => {
    const { cells, models, paradigm, arms } = await caller().experiments.get({ lab: place, experiment });
    const run = await caller().runs.get({ lab: place, run: cells[0].id });
    expect(run.experiments.map(({ id }) => id)).toEqual([experiment]);
    expect((await caller().runs.list({ lab: place, experiment })).rows).toHaveLength(cells.length);
    const model = await caller().models.get({ lab: place, modelId: models[0].modelId });
    expect(model).toMatchObject({ versions: 1, shown: { id: models[0].id }, before: null });
    const versions = await caller().models.history({ lab: place, modelId: model.id });
    expect(versions).toMatchObject({ rows: [{ id: models[0].id }], total: 1, nextCursor: null });
    await caller().paradigms.version({ lab: place, versionId: paradigm.versionId });
    const group = { kind: "simulation" as const, experiment, model: models[0].id, arm: arms[0].key };
    const view = await caller().comparisons.view({
      ...{ lab: place, groups: [group], block: 100, trials: { from: 1, to: 5 } },
    });
    expect(view.groups).toHaveLength(1);
  });

  it("answers for a sibling's id as for one that never was, in a path and in a list of many", async () => {
    const { cells, models } = await getExperiment(giver.grant, sibling);
    const other = await makeExperiment(giver);
    expect(other.id).not.toBe(sibling);
    for (const ask of [
      (id: string) => caller().experiments.get({ lab: place, experiment: id }),
      (id: string) => caller().runs.list({ lab: place, experiment: id }),
      (id: string) => caller().objects.get({ lab: place, ref: { kind: "experiment", id } }),
      (id: string) =>
        caller().comparisons.view({
          ...{ lab: place, block: 100, trials: { from: 1, to: 5 } },
          groups: [{ kind: "simulation", experiment: id, model: models[0].id, arm: "control" }],
        }),
    ]) {
      const theirs = await refusal(ask(sibling));
      expect(theirs).toMatchObject({ code: "not-found" });
      expect(JSON.parse(JSON.stringify(theirs).replaceAll(sibling, "never-was"))).toEqual(
        await refusal(ask("never-was")),
      );
    }
    // the run stands in both: it is opened by the share, its other experiment is not named
    const run = await caller().runs.get({ lab: place, run: cells[0].id });
    expect(JSON.stringify(run)).not.toContain(sibling);
    const [mine] = (await getExperiment(giver.grant, experiment)).models;
    await expect(
      caller().models.versions({ lab: place, ids: [mine.id, models[0].id] }),
    ).rejects.toMatchObject(code("not-found"));
    const found = await resolveObjects(await reader(place), [
      { kind: "experiment", id: experiment },
      { kind: "experiment", id: sibling },
      { kind: "model", id: models[0].modelId },
    ]);
    expect([...found.keys()]).toEqual([`experiment ${experiment}`]);
  });

  it("carries its own events live, and no other id", async () => {
    const [{ id: run }] = (await getExperiment(giver.grant, experiment)).cells;
    const abort = new AbortController();
    const stream = (await openStream(lab.members.viewer, place, abort.signal, 600_000)).getReader();
    // the line is open before anything is told
    await stream.read();
    const next = async () => {
      for (;;) {
        const { value, done } = await stream.read();
        if (done) return null;
        const text = new TextDecoder().decode(value);
        if (text.startsWith("data: ")) return JSON.parse(text.slice(6)) as unknown;
      }
    };
    const event = { kind: "run" as const, run, status: "running" as const, trialsDone: 1, trials: 5 };
    await publish(db(), giver.id, { kind: "experiment", experiment: sibling });
    await publish(db(), giver.id, { kind: "members" });
    await publish(db(), lab.id, { kind: "experiment", experiment: "of-the-reader" });
    await publish(db(), giver.id, { ...event, experiments: [sibling, experiment], error: null });
    expect(await next()).toEqual({ ...event, experiments: [experiment], error: null });
    abort.abort();
  });
});

describe("what another lab does not share", () => {
  const reading = procedureRows.filter(({ access }) => access.endsWith(":read"));

  it.each(reading)("is not there through $name", async (row) => {
    const { place, model } = await shareModel();
    const [input, foreign] = [await inputOf(row, giver), await inputOf(row, lab)];
    const ids = differingTexts(input, foreign)
      .filter((path) => path !== "lab" && !row.free?.includes(path))
      .map((path) => textAt(input, path));
    const call = row.name
      .split(".")
      .reduce((at, key) => (at as Record<string, unknown>)[key], caller() as unknown);
    let answer: unknown;
    try {
      answer = await (call as (of: unknown) => Promise<unknown>)({ ...input, lab: place });
    } catch (error) {
      answer =
        (error as { details?: { code: string }; code: string }).details?.code ??
        (error as { code: string }).code;
      // "invalid": whatever belongs to a lab alone takes no place
      expect(["not-found", "invalid", "BAD_REQUEST", "forbidden"]).toContain(answer);
      return;
    }
    const text = JSON.stringify(answer ?? null);
    for (const id of ids) expect(text).not.toContain(id);
    const models = [...text.matchAll(/"modelId":"([^"]+)"/g)].map(([, id]) => id);
    expect(models.filter((id) => id !== model.id)).toEqual([]);
  });
});

describe("a share of a dashboard", () => {
  it("shows what the dashboard says now: not its draft, and not what was taken out of it", async () => {
    const text = (words: string) => ({
      ...{ variables: [], references: [] },
      panels: [
        {
          ...{ id: "why", title: "", place: { x: 0, w: 6, h: 2 }, bind: {} },
          content: { kind: "text" as const, text: words },
        },
      ],
    });
    const document = text("between ourselves");
    const { id } = await createDashboard(giver.grant, { name: giver.unique("dashboard"), document });
    await saveDraft(giver.grant, { id, revision: 1, document: text("for everybody") });
    await saveDashboard(giver.grant, { id, revision: 2, message: "" });
    const { place } = await shareWith(lab, giver, { kind: "dashboard", id });
    const view = (version: number | "draft" | null) =>
      caller().dashboards.view({ lab: place, id, version, values: "" });
    expect(JSON.stringify(await view(null))).toContain("for everybody");
    expect((await view(2)).version?.number).toBe(2);
    for (const version of [1, 3, "draft"] as const)
      await expect(view(version)).rejects.toMatchObject(code("not-found"));
  });
});

describe("a share of a model", () => {
  it("opens its versions, also those to come, and hides where it was forked from", async () => {
    const origin = await makeModel(giver);
    const fork = await forkModel(giver.grant, { versionId: origin.latest.id, name: giver.unique("fork") });
    const { place } = await shareWith(lab, giver, { kind: "model", id: fork.id });
    const grant = await reader(place);
    expect(await getModel(grant, fork.id)).toMatchObject({
      latest: { forkedFrom: null },
      runs: { total: 0 },
    });
    expect(JSON.stringify(await getModel(grant, fork.id))).not.toContain(origin.name);
    const { theory: _, ...values } = fork.latest;
    const saved = await createCaller({ user: lab.members.owner, address: null }).models.get({
      ...{ lab: place, modelId: fork.id },
    });
    expect(saved.versions).toBe(1);
    expect(values.number).toBe(1);
    const question = { text: "", where: {}, sort: "-changed", limit: 50 };
    expect((await listModels(grant, question)).rows.map(({ id }) => id)).toEqual([fork.id]);
  });
});

describe("a share of a comparison", () => {
  it("opens the experiments and recordings of its groups, in those versions", async () => {
    const experiment = (await makeExperiment(giver)).id;
    const { models, arms } = await getExperiment(giver.grant, experiment);
    const dataset = await getDataset(giver.grant, (await makeDataset(giver)).datasetId);
    const unseen = await makeDataset(giver);
    const { id } = await saveComparison(giver.grant, {
      ...{ name: giver.unique("comparison"), notes: "", tags: [] },
      state: comparisonState.parse({
        groups: [
          { kind: "simulation", experiment, model: models[0].id, arm: arms[0].key },
          { kind: "recording", dataset: dataset.latest.id, group: dataset.latest.groups[0].group },
        ],
      }),
    });
    const { place } = await shareWith(lab, giver, { kind: "comparison", id });
    const { state } = await caller().comparisons.get({ lab: place, id });
    const { groups, block, trials } = state;
    expect((await caller().comparisons.view({ lab: place, groups, block, trials })).groups).toHaveLength(2);
    expect((await caller().datasets.get({ lab: place, datasetId: dataset.id })).versions).toBe(1);
    await expect(caller().datasets.get({ lab: place, datasetId: unseen.datasetId })).rejects.toMatchObject(
      code("not-found"),
    );
  });
});

const left = async (id: string) => (await listDepartures(managerOf(giver), id, { limit: 50 })).rows;

describe("a share of a dataset", () => {
  it("opens its subjects and their sessions, and no other's", async () => {
    const { datasetId, id: versionId } = await makeDataset(giver);
    const unseen = await makeDataset(giver);
    const { place } = await shareWith(lab, giver, { kind: "dataset", id: datasetId });
    const { subjects } = await caller().datasets.get({ lab: place, datasetId });
    const [{ name: subject, sessions }] = subjects;
    const seen = await caller().datasets.subject({ lab: place, versionId, subject });
    expect(seen.sessions.map(({ index }) => index)).toEqual(sessions.map(({ index }) => index));
    const session = await caller().datasets.session({
      ...{ lab: place, versionId, subject, session: sessions[0].index },
    });
    expect(session.trials).toHaveLength(sessions[0].trials);
    for (const of of [lab.slug, place]) {
      const theirs = { lab: of, versionId: of === place ? unseen.id : versionId, subject };
      await expect(caller().datasets.subject(theirs)).rejects.toMatchObject(code("not-found"));
      await expect(caller().datasets.session({ ...theirs, session: 1 })).rejects.toMatchObject(
        code("not-found"),
      );
    }
  });

  it("gives it away as NWB only with consent, which is written down, as it does tables", async () => {
    const { datasetId, id: version } = await makeDataset(giver);
    const { id, place } = await shareWith(lab, giver, { kind: "dataset", id: datasetId });
    const cookie = await cookieOf(lab.members.viewer);
    const file = "app/api/lab/[lab]/shared/[share]/datasets/[version]/export/route.ts";
    const ask = (format: string) =>
      callRoute(
        { file, method: "GET" },
        new Request(
          new URL(`/api/lab/${place}/datasets/${version}/export?format=${format}`, env().NEXTAUTH_URL),
        ),
        cookie,
        { lab: lab.slug, share: id, version },
      );
    for (const format of ["csv", "nwb"]) expect((await ask(format)).status).toBe(403);
    await changeTerms(managerOf(giver), { id, ...readingOnly, mayExport: true });
    const given = await ask("nwb");
    expect(given.status).toBe(200);
    await given.body?.cancel();
    expect(await left(id)).toMatchObject([{ use: "export", kind: "dataset", lab: "lab-one" }]);
  });
});

describe("an end", () => {
  it("by the lab that gives acts on the next request, ends what is watched, and lists what had left", async () => {
    const { id, place, model } = await shareModel({ mayFork: true });
    const abort = new AbortController();
    const stream = (await openStream(lab.members.viewer, place, abort.signal, 600_000)).getReader();
    await stream.read();
    const editor = createCaller({ user: lab.members.editor, address: null });
    const fork = await editor.shares.fork({
      ...{ lab: lab.slug, id, versionId: model.latest.id, name: lab.unique("theirs") },
    });
    const ended = await revoke(managerOf(giver), id);
    expect(ended).toMatchObject({ state: "revoked", departures: 1 });
    expect(await left(id)).toMatchObject([{ use: "fork", kind: "model", name: model.name, lab: "lab-one" }]);
    const asked = await refusal(caller().models.get({ lab: place, modelId: model.id }));
    const never = await refusal(
      caller().models.get({ lab: `${lab.slug}/shared/never-was`, modelId: model.id }),
    );
    expect(JSON.parse(JSON.stringify(asked).replaceAll(id, "never-was"))).toEqual(never);
    while (!(await stream.read()).done);
    // the fork is theirs, and says where it came from
    expect(await editor.models.get({ lab: lab.slug, modelId: fork.id })).toMatchObject({ name: fork.name });
    const origin = { lab: lab.slug, object: { kind: "model" as const, id: fork.id } };
    expect(await editor.shares.origin(origin)).toMatchObject({
      ...{ lab: giver.slug, name: model.name, licence: "CC-BY-4.0" },
    });
  });

  it("by the lab that receives, or of a membership, does the same", async () => {
    const { id, place } = await shareModel();
    await createCaller({ user: lab.members.editor, address: null }).shares.end({ lab: lab.slug, id });
    await expect(reader(place)).rejects.toMatchObject(code("not-found"));
    const given = (await listGiven(managerOf(giver), { limit: 200 })).rows.find((one) => one.id === id);
    expect(given).toMatchObject({ state: "ended" });

    const other = await makeLab("lab-left");
    const shared = await shareWith(other, giver, { kind: "model", id: (await makeModel(giver)).id });
    const abort = new AbortController();
    const stream = (await openStream(other.members.viewer, shared.place, abort.signal, 600_000)).getReader();
    await stream.read();
    await removeMember(managerOf(other), other.members.viewer.id);
    while (!(await stream.read()).done);
    await expect(enterPlace(other.members.viewer.id, shared.place, "run:read")).rejects.toMatchObject(
      code("not-found"),
    );
  });

  it("comes by itself while the object is in the trash", async () => {
    const { id, place, model } = await shareModel();
    await db().model.update({ where: { id: model.id }, data: { trashedAt: new Date() } });
    await expect(reader(place)).rejects.toMatchObject(code("not-found"));
    await db().model.update({ where: { id: model.id }, data: { trashedAt: null } });
    expect(await reader(place)).toMatchObject({ shareId: id });
  });
});

describe("an offer", () => {
  it("to an address says nothing of whether a lab is there, and counts for that lab alone", async () => {
    const object = { kind: "model" as const, id: (await makeModel(giver)).id };
    const nobody = await offer(managerOf(giver), { object, ...readingOnly, to: "no-such-lab" });
    const somebody = await offer(managerOf(giver), { object, ...readingOnly, to: lab.slug });
    const told = ({ id: _, to: __, createdAt: ___, offeredUntil: ____, ...rest }: typeof nobody.share) =>
      rest;
    expect(told(nobody.share)).toEqual(told(somebody.share));
    const there = await makeLab("lab-two");
    await expect(acceptOffer(managerOf(there), somebody.share.id)).rejects.toMatchObject(code("not-found"));
    expect((await listReceived(managerOf(there), { limit: 50 })).total).toBe(0);
    expect((await listReceived(managerOf(lab), { limit: 200 })).rows.map(({ id }) => id)).toContain(
      somebody.share.id,
    );
    // viewers do not see what only editors may accept
    const seen = await caller().shares.received({ lab: lab.slug });
    expect(seen.rows.map(({ id }) => id)).not.toContain(somebody.share.id);
  });

  it("by a link is taken up by one lab of those that try at once, and not by its own", async () => {
    const object = { kind: "model" as const, id: (await makeModel(giver)).id };
    const { url, share } = await offer(managerOf(giver), { object, ...readingOnly, to: null });
    const token = url!.split("/").at(-1)!;
    const links: Links = { token: (kind) => (kind === "share" ? token : null), drop: () => {} };
    expect(await pendingShare(publicGrant(), links)).toMatchObject({ from: giver.slug, state: "offered" });
    expect(await acceptLink(managerOf(giver), links)).toEqual({ outcome: "own", id: null });
    const labs = [await makeGiver(lab), await makeGiver(lab), lab];
    const answers = await Promise.all(labs.map((one) => acceptLink(managerOf(one), links)));
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["accepted", "gone", "gone"]);
    const row = await db().share.findUniqueOrThrow({ where: { id: share.id } });
    expect(JSON.stringify(row)).not.toContain(token);
    const entries = await db().auditEntry.findMany({
      where: { action: { in: ["share.accept", "share.accepted"] } },
    });
    expect(entries.some(({ labId }) => labId === giver.id)).toBe(true);
  });

  it("that nobody took up in time, or that was revoked, opens nothing", async () => {
    const object = { kind: "model" as const, id: (await makeModel(giver)).id };
    const late = await offer(managerOf(giver), { object, ...readingOnly, to: lab.slug });
    await db().share.update({ where: { id: late.share.id }, data: { offeredUntil: new Date() } });
    const revoked = await offer(managerOf(giver), { object, ...readingOnly, to: lab.slug });
    await revoke(managerOf(giver), revoked.share.id);
    for (const { share } of [late, revoked])
      await expect(acceptOffer(managerOf(lab), share.id)).rejects.toMatchObject(code("not-found"));
  });
});

describe("consent", () => {
  const fork = (id: string, versionId: string) =>
    createCaller({ user: lab.members.editor, address: null }).shares.fork({
      ...{ lab: lab.slug, id, versionId, name: lab.unique("fork") },
    });

  it("is needed to fork, can be given and withdrawn, and acts at once", async () => {
    const { id, model } = await shareModel();
    await expect(fork(id, model.latest.id)).rejects.toMatchObject(code("forbidden"));
    await changeTerms(managerOf(giver), { id, ...readingOnly, mayFork: true });
    await fork(id, model.latest.id);
    await changeTerms(managerOf(giver), { id, ...readingOnly });
    await expect(fork(id, model.latest.id)).rejects.toMatchObject(code("forbidden"));
  });

  it("goes no further than the licence", async () => {
    const object = { kind: "model" as const, id: (await makeModel(giver)).id };
    const to = lab.slug;
    await expect(
      offer(managerOf(giver), { object, ...readingOnly, to, licence: "CC-BY-ND-4.0", mayFork: true }),
    ).rejects.toMatchObject({
      details: { code: "invalid", fields: { licence: [expect.stringContaining("CC-BY-ND")] } },
    });
  });

  it("is needed to export, which is written down; a recording's own licence counts too", async () => {
    const dataset = await getDataset(giver.grant, (await makeDataset(giver)).datasetId);
    const groups = [
      { kind: "recording" as const, dataset: dataset.latest.id, group: dataset.latest.groups[0].group },
    ];
    const { id, place } = await shareWith(lab, giver, { kind: "dataset", id: dataset.id });
    const take = () =>
      caller().comparisons.export({
        ...{ lab: place, groups, block: 100, trials: { from: 1, to: 5 }, panel: null },
      });
    await expect(take()).rejects.toMatchObject(code("forbidden"));
    await changeTerms(managerOf(giver), { id, ...readingOnly, mayExport: true });
    await take();
    expect(await left(id)).toMatchObject([
      { use: "export", kind: "dataset", name: dataset.name, lab: "lab-one" },
    ]);

    const strict = await getDataset(giver.grant, (await makeDataset(giver)).datasetId);
    await db().$executeRaw`ALTER TABLE "DatasetVersion" DISABLE TRIGGER USER`;
    await db().datasetVersion.updateMany({ where: { datasetId: strict.id }, data: { licence: "Ours-1.0" } });
    await db().$executeRaw`ALTER TABLE "DatasetVersion" ENABLE TRIGGER USER`;
    const shared = await shareWith(lab, giver, { kind: "dataset", id: strict.id }, { mayExport: true });
    const open = await caller().shares.open({ lab: shared.place });
    expect(open.refusals).toMatchObject({ export: expect.stringContaining("Ours-1.0") });
    await expect(caller().shares.takeAway({ lab: shared.place, what: "a figure" })).rejects.toMatchObject(
      code("forbidden"),
    );
  });
});

it("lets nobody change anything, and comment only where it was shared for that", async () => {
  const { place } = await shareModel();
  await expect(
    createCaller({ user: lab.members.owner, address: null }).trash.put({
      ...{ lab: place, ref: { kind: "model", id: "x" } },
    }),
  ).rejects.toThrow();
  const asked = (permission: "comment:create" | "model:create", at: string) =>
    enterPlace(lab.members.owner.id, at, permission);
  await expect(asked("comment:create", place)).rejects.toMatchObject(code("forbidden"));
  const open = await shareModel({ level: "comment" });
  expect(await asked("comment:create", open.place)).toMatchObject({ kind: "share" });
  await expect(asked("model:create", open.place)).rejects.toMatchObject(code("forbidden"));
});

it("makes an experiment of another lab's model only through a fork", async () => {
  const { model } = await shareModel({ mayFork: true });
  const wanted = experimentInput.omit({ lab: true }).parse({
    ...{ name: "e", paradigmVersionId: "none", modelVersionIds: [model.latest.id], arms: ["control"] },
    ...{ subjects: [{ population: 1, rank: 1, tauTrans: 1 }], repetitions: 1 },
  });
  await expect(launchExperiment(systemGrantIn(lab, "test"), wanted)).rejects.toMatchObject(code("not-found"));
});
