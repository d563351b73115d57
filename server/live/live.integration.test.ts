import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { LiveEvent } from "../../contracts/live";
import { publicGrant } from "../access/grant";
import { type LabFixture, makeLab, makeUser } from "../access/testing/lab-fixture";
import { signOut } from "../accounts/service";
import { db } from "../db";
import { publish, publishTo } from "../jobs/live";
import { setRole } from "../labs/service";
import { mostStreams, openStream } from "./service";

let here: LabFixture;
let there: LabFixture;
beforeAll(async () => {
  here = await makeLab("lab-one");
  there = await makeLab("lab-two");
});

const opened: AbortController[] = [];
afterEach(() => opened.splice(0).forEach((one) => one.abort()));

/** Reads a stream; `next` gives the next message that is no comment. */
async function listen(lab: LabFixture, user = lab.members.viewer, everyMs = 60_000) {
  const abort = new AbortController();
  opened.push(abort);
  const reader = (await openStream(user, lab.slug, abort.signal, everyMs)).getReader();
  const decoder = new TextDecoder();
  const read = async () => {
    const { done, value } = await reader.read();
    return done ? null : decoder.decode(value);
  };
  expect(await read()).toContain(": open");
  return {
    abort,
    read,
    async next(): Promise<LiveEvent | null> {
      for (;;) {
        const text = await read();
        if (text === null) return null;
        if (text.startsWith("data: ")) return JSON.parse(text.slice(6)) as LiveEvent;
      }
    },
    async ended() {
      while ((await read()) !== null);
    },
  };
}
const event = (experiment: string): LiveEvent => ({ kind: "experiment", experiment });
const lines = async () =>
  (
    await db().$queryRaw<unknown[]>`
    SELECT pid FROM pg_stat_activity WHERE application_name = 'phasic live' AND datname = current_database()`
  ).length;

describe("a lab's stream", () => {
  it("carries that lab's events, in order, and no other's", async () => {
    const stream = await listen(here);
    await publish(db(), there.id, event("theirs"));
    await publish(db(), here.id, event("first"));
    await publish(db(), here.id, event("second"));
    expect(await stream.next()).toEqual(event("first"));
    expect(await stream.next()).toEqual(event("second"));
  });

  it("tells of a run that very many experiments share", async () => {
    const experiments = Array.from({ length: 1000 }, (_, index) => `experiment-${index}`);
    const progress = { run: "run", status: "running", trialsDone: 1, trials: 9, error: null } as const;
    const stream = await listen(here);
    await publish(db(), here.id, { kind: "run", ...progress, experiments });
    const heard: string[] = [];
    while (heard.length < experiments.length) {
      const told = await stream.next();
      expect(told).toMatchObject({ kind: "run", ...progress });
      if (told?.kind === "run") heard.push(...told.experiments);
    }
    expect(heard).toEqual(experiments);
  });

  it("is refused to whoever has very many open, and to nobody else", async () => {
    const person = here.members.editor;
    const streams = [];
    for (let index = 0; index < mostStreams; index += 1) streams.push(await listen(here, person));
    const { signal } = new AbortController();
    await expect(openStream(person, here.slug, signal)).rejects.toMatchObject({
      details: { code: "too-many" },
    });
    await listen(here);
    streams[0].abort.abort();
    await listen(here, person);
  });

  it("carries what is meant for one person to that person alone, in whichever lab", async () => {
    const [theirs, others] = [await listen(there, there.members.owner), await listen(there)];
    await publishTo(db(), there.members.owner.id, { kind: "inbox" });
    await publish(db(), there.id, event("after"));
    expect(await theirs.next()).toEqual({ kind: "inbox" });
    expect(await others.next()).toEqual(event("after"));
  });

  it("shares one line to the database, which closes after the last", async () => {
    const streams = [await listen(here), await listen(here), await listen(there)];
    expect(await lines()).toBe(1);
    for (const { abort, ended } of streams) {
      abort.abort();
      await ended();
    }
    await expect.poll(lines).toBe(0);
    const again = await listen(here);
    await publish(db(), here.id, event("again"));
    expect(await again.next()).toEqual(event("again"));
  });

  it("ends within a beat when the person signs out elsewhere", async () => {
    const person = await makeUser("leaver@example.org");
    await setRole(here.grant, person.id, "viewer");
    const stream = await listen(here, person, 50);
    await signOut(publicGrant(), person.sessionId);
    await stream.ended();
  });

  it("ends within a beat when the person leaves the lab", async () => {
    const person = await makeUser("removed@example.org");
    await setRole(here.grant, person.id, "viewer");
    const stream = await listen(here, person, 50);
    await db().membership.deleteMany({ where: { userId: person.id } });
    await stream.ended();
  });

  it("ends when the line breaks, so that browsers come back and ask for what they missed", async () => {
    const stream = await listen(here);
    await db().$queryRaw`
      SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
      WHERE application_name = 'phasic live' AND datname = current_database()`;
    await stream.ended();
    const again = await listen(here);
    await publish(db(), here.id, event("back"));
    expect(await again.next()).toEqual(event("back"));
  });

  it("refuses who is signed out, and knows no lab that is not theirs", async () => {
    const { signal } = new AbortController();
    await expect(openStream(null, here.slug, signal)).rejects.toMatchObject({
      details: { code: "signed-out" },
    });
    await expect(openStream(there.members.owner, here.slug, signal)).rejects.toMatchObject({
      details: { code: "not-found" },
    });
  });
});
