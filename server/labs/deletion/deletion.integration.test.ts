import { EventEmitter } from "node:events";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { beforeAll, describe, expect, it } from "vitest";
import { describeSubject } from "../../../engine/subject";
import { mentionOf, shown } from "../../../contracts/comment";
import { enterLab } from "../../access/enter-lab";
import { type UserGrant, userGrant } from "../../access/grant";
import { makeDataset } from "../../access/rows/datasets";
import { makeModel } from "../../access/rows/models";
import { makeParadigm } from "../../access/rows/paradigms";
import { procedureRows } from "../../access/rows/registry";
import { managerOf, shareWith } from "../../access/testing/giver";
import { inputOf } from "../../access/testing/input-of";
import { type LabFixture, makeLab } from "../../access/testing/lab-fixture";
import { recordAnimals } from "../../access/testing/recorded-animals";
import { startThread } from "../../comments/service";
import { db } from "../../db";
import { env } from "../../env";
import { installQueue } from "../../jobs/install";
import { invite } from "../../invitations/service";
import { findPublished, openVersion } from "../../publications/service";
import { appRouter } from "../../root";
import { offer } from "../../shares/service";
import { rowCounts, textsWith } from "../../testing/database-texts";
import { errands, timetable } from "../../../worker/tasks";
import { createCallerFactory } from "../../trpc";
import { deleteDueLabs } from "../../trash/service";
import { getLab, listLabs, startDeletion, stopDeletion } from "../service";

const createCaller = createCallerFactory(appRouter);
const word = "quellenfeld";
let lab: LabFixture;
let other: LabFixture;
let before: Map<string, number>;
const user = ({ id, sessionId }: LabFixture["members"]["owner"]): UserGrant => userGrant(id, sessionId);
const owner = () => managerOf(lab);
const code = (of: string) => ({ details: { code: of } });
const due = () => db().lab.update({ where: { id: lab.id }, data: { deleteAt: new Date(Date.now() - 1000) } });

beforeAll(async () => {
  // nothing is sent here: letters only wait
  process.env.PHASIC_SMTP_URL = "smtp://127.0.0.1:9";
  process.env.PHASIC_MAIL_FROM = "Phasic <phasic@example.org>";
  other = await makeLab("lab-other");
  const made = await makeLab("lab-going");
  before = await rowCounts();
  const slug = `${word}-lab`;
  await db().lab.update({ where: { id: made.id }, data: { slug, name: "Quellenfeld's lab" } });
  const unique = (text: string) => `${word} ${made.unique(text)}`;
  lab = { ...made, slug, grant: { ...made.grant, labSlug: slug, place: slug }, unique };
});

describe("asking for the deletion of a lab", () => {
  it("takes its name, typed by an owner", async () => {
    await expect(startDeletion(owner(), "another")).rejects.toMatchObject(code("invalid"));
    const caller = createCaller({ user: lab.members.editor, address: null });
    await expect(
      caller.labs.startDeletion({ lab: lab.slug, name: "Quellenfeld's lab" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await getLab(owner())).deletion).toBeNull();
  });

  it("leaves it thirty days, in which all goes on and members know, and any owner calls it back", async () => {
    const { deletion } = await startDeletion(owner(), " Quellenfeld's lab ");
    expect(deletion!.by).toBe(lab.members.owner.name);
    expect(Math.round((deletion!.at.getTime() - Date.now()) / 86_400_000)).toBe(30);
    await makeModel(lab);
    expect((await listLabs(user(lab.members.viewer)))[0].deletion).toEqual(deletion);
    expect(await deleteDueLabs()).toBe(0);
    expect((await stopDeletion(owner())).deletion).toBeNull();
    expect(await deleteDueLabs()).toBe(0);
    await getLab(owner());
  });
});

/** A row of the lab in every table that can hold one, with its name in every text. */
async function plant() {
  const caller: unknown = createCaller({ user: lab.members.owner, address: null });
  const elsewhere = /^(labs|shares|account|invitations)\./;
  for (const row of procedureRows.filter(
    ({ access, name }) => access.includes(":") && !elsewhere.test(name),
  )) {
    const call = row.name.split(".").reduce((at, key) => (at as Record<string, unknown>)[key], caller);
    await (call as (input: unknown) => Promise<unknown>)(await inputOf(row, lab));
  }
  await invite(owner(), { role: "viewer", email: "somebody@example.org", days: 7 });
  const author = await enterLab(lab.members.editor.id, lab.slug, "comment:create");
  await startThread(author, {
    ...{ object: { kind: "model", id: (await makeModel(lab)).id }, once: "planted", visibility: "lab" },
    ...{ anchor: { figure: null, place: null }, shown: shown.parse({ version: 1 }) },
    body: `${word} ${mentionOf(lab.members.viewer.id)}`,
  });
  const { versionId: datasetVersionId } = await recordAnimals(lab, { mouse: "cCo" });
  await experimentOf({ datasetVersionId, group: "control" });
  await eventsAndMeasure((await makeDataset(lab)).id);
  await db().statedAuthor.create({ data: { labId: lab.id, name: word } });
  await db().labArchive.create({
    data: {
      ...{ labId: lab.id, kind: "export", problem: word },
      chunks: { create: { index: 0, bytes: new Uint8Array([1]) } },
    },
  });
  // both ways: what it gave, with what left through it, and what it took
  const consents = { mayFork: true, mayExport: true };
  const given = { kind: "model" as const, id: (await makeModel(lab)).id };
  const { place } = await shareWith(other, lab, given, consents);
  const taker = createCaller({ user: other.members.owner, address: null });
  const { latest } = await makeModel({ ...lab, unique: () => `${word} forked` });
  const forked = await shareWith(other, lab, { kind: "model", id: latest.modelId }, consents);
  await taker.shares.fork({
    ...{ lab: other.slug, id: forked.id, versionId: latest.id, name: "Theirs now" },
  });
  await taker.shares.takeAway({ lab: place, what: "figures as SVG" });
  await shareWith(lab, other, { kind: "model", id: (await makeModel(other)).id });
  await offer(managerOf(other), {
    ...{ object: { kind: "model", id: (await makeModel(other)).id }, to: lab.slug, level: "read" },
    ...{ licence: "CC-BY-4.0", mayFork: false, mayExport: false, mayPublish: false },
  });
}

async function experimentOf(yoke: { datasetVersionId: string; group: string }) {
  const caller = createCaller({ user: lab.members.owner, address: null });
  await caller.experiments.launch({
    ...{ lab: lab.slug, name: `${word} yoked`, notes: word, trials: 5, arms: ["control"], seed: 1, yoke },
    paradigmVersionId: (await makeParadigm(lab)).latest.id,
    modelVersionIds: [(await makeModel(lab)).latest.id],
    ...{ subjects: [describeSubject(0)], repetitions: 1 },
  });
}

/** What no file that the access contract imports has. */
async function eventsAndMeasure(datasetVersionId: string) {
  const { id: sessionId } = await db().datasetSession.findFirstOrThrow({
    where: { subject: { datasetVersionId } },
  });
  const bytes = new TextEncoder().encode(`${word}12345`);
  await db().datasetEvents.create({
    data: { sessionId, type: word, meaning: "lick", position: 0, trials: [], times: bytes },
  });
  const { id: measureId } = await db().datasetMeasure.create({
    data: { datasetVersionId, name: word, unit: "Hz", position: 0 },
  });
  await db().datasetValues.create({
    data: { sessionId, measureId, position: 0, trials: [0], values: bytes },
  });
}

/**
 * The queue as a worker runs it, with its timetable and its handlers. It had not run for three hours, so that what the clock
 * would have begun within the last one begins now.
 */
async function letTheClockStrike(task: "delete-due") {
  await installQueue();
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  await db().$executeRaw`
    INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    VALUES (${task}, ${hoursAgo(3)}, ${hoursAgo(2)})`;
  const events = new EventEmitter() as WorkerEvents;
  const done = new Promise<void>((resolve, reject) => {
    events.on("job:success", ({ job }) => job.task_identifier === task && resolve());
    events.on("job:error", ({ job, error }) => job.task_identifier === task && reject(error));
  });
  const runner = await run({
    ...{ connectionString: env().DATABASE_URL, parsedCronItems: timetable, events, noHandleSignals: true },
    // letters wait: there is nobody to send them to
    taskList: { [task]: errands()[task] },
    logger: new Logger(() => () => {}),
  });
  await done;
  await runner.stop();
}

/** Tables of which a lab has no rows, and tables of what stays when it goes. */
const notItsOwn = [
  "Preferences",
  "User",
  "Session",
  "RateLimit",
  "AccountLink",
  "Identity",
  "ResetRequest",
  "Worker",
  "Tombstone",
];
const stays: Readonly<Record<string, string>> = {
  Lab: "one fewer than before",
  Membership: "its four are gone",
  AuditEntry: "the other lab's log of what happened between the two",
  Departure: "what left, without its name",
  Model: "what the other lab forked, and gave",
  ModelVersion: "of those",
  Share: "the other lab's",
};

describe("when the thirty days are over", () => {
  let ids: string[];
  let address: string;
  beforeAll(async () => {
    await plant();
    ({ slug: address } = await db().publication.findFirstOrThrow({ where: { labId: lab.id } }));
    const now = await rowCounts();
    const missing = [...now].filter(([table, count]) => count <= before.get(table)!).map(([table]) => table);
    // a new kind of thing is planted above, or it is no lab's
    expect(missing.filter((table) => ![...notItsOwn, "Lab", "Membership"].includes(table))).toEqual([]);
    expect((await textsWith([word])).length).toBeGreaterThan(20);
    const rows = await db().$queryRaw<{ id: string }[]>`
      SELECT id FROM "Model" WHERE "labId" = ${lab.id} UNION SELECT id FROM "Run" WHERE "labId" = ${lab.id}
      UNION SELECT id FROM "Dataset" WHERE "labId" = ${lab.id} UNION SELECT id FROM "Thread" WHERE "labId" = ${lab.id}
      UNION SELECT id FROM "Dashboard" WHERE "labId" = ${lab.id} UNION SELECT id FROM "Upload" WHERE "labId" = ${lab.id}`;
    ids = rows.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    await startDeletion(owner(), "Quellenfeld's lab");
    await due();
  });

  it("nobody enters it any more, nor what it shared, and nobody calls it back", async () => {
    await expect(enterLab(lab.members.owner.id, lab.slug, "lab:read")).rejects.toMatchObject(
      code("not-found"),
    );
    expect(await listLabs(user(lab.members.owner))).toEqual([]);
    await stopDeletion(owner());
    expect(await db().lab.count({ where: { id: lab.id, deleteAt: { lt: new Date() } } })).toBe(1);
  });

  it("a worker deletes it by the clock, also when it was broken off before", async () => {
    await db().$executeRaw`
      CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$`;
    for (const table of ["Upload", "Paradigm", "Run"]) {
      await db().$executeRawUnsafe(
        `CREATE TRIGGER break_off BEFORE DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION break_off()`,
      );
    }
    for (const table of ["Run", "Paradigm", "Upload"]) {
      await expect(deleteDueLabs()).rejects.toThrow("broken off");
      await db().$executeRawUnsafe(`DROP TRIGGER break_off ON "${table}"`);
    }
    expect(await db().lab.count({ where: { id: lab.id } })).toBe(1);
    await letTheClockStrike("delete-due");
    expect(await db().lab.count({ where: { id: lab.id } })).toBe(0);
    expect(await deleteDueLabs()).toBe(0);
  });

  it("after which nothing of it is found in any table", async () => {
    // accounts are their people's
    await db().$executeRaw`UPDATE "User" SET email = md5(id) || '@example.org', name = id`;
    await db().rateLimit.deleteMany();
    expect(await textsWith([word, lab.id, ...ids])).toEqual([]);
    const after = await rowCounts();
    const left = [...after].filter(
      ([table, count]) => count > before.get(table)! && !notItsOwn.includes(table) && !(table in stays),
    );
    expect(left).toEqual([]);
  });

  it("whoever has the address of a publication is told that it was one, and nothing more", async () => {
    expect(await textsWith([address])).toEqual([]);
    const day = new Date(new Date().toISOString().slice(0, 10));
    expect(await findPublished(address, null)).toEqual({
      ...{ state: "deleted", grave: { publishedOn: day, goneOn: day } },
    });
    await expect(openVersion(address, 1)).rejects.toMatchObject(code("gone"));
    await expect(findPublished("a".repeat(12), null)).rejects.toMatchObject(code("not-found"));
  });

  it("and the other lab keeps what it forked, and knows that something left", async () => {
    const taker = createCaller({ user: other.members.owner, address: null });
    const { rows } = await taker.models.list({ lab: other.slug });
    expect(rows.map(({ name }) => name)).toContain("Theirs now");
    expect(
      await db().departure.findMany({ select: { objectName: true, objectId: true, labId: true } }),
    ).toEqual(Array.from({ length: 2 }, () => ({ objectName: null, objectId: null, labId: null })));
  });
});
