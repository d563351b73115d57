import { afterEach, beforeAll, expect, it } from "vitest";
import type { LiveEvent } from "../../contracts/live";
import { enterPlace } from "../access/enter-place";
import { makeModel } from "../access/rows/models";
import type { CurrentUser } from "../access/session";
import { makeGiver, managerOf, shareWith } from "../access/testing/giver";
import { type LabFixture, makeLab, makeUser } from "../access/testing/lab-fixture";
import { db } from "../db";
import { removeMember, setRole } from "../labs/service";
import { openStream } from "../live/service";
import { tellPresence } from "./service";

let lab: LabFixture;
let giver: LabFixture;
beforeAll(async () => {
  lab = await makeLab("lab-one");
  giver = await makeGiver(lab);
  for (const name of ["owner", "editor"] as const)
    await setRole(giver.grant, (await makeUser(`${name}@giver.example`)).id, name);
});

const opened: AbortController[] = [];
afterEach(() => opened.splice(0).forEach((one) => one.abort()));

/** What a person in a place hears, in order. */
async function listen(user: CurrentUser, place: string) {
  const abort = new AbortController();
  opened.push(abort);
  const heard: LiveEvent[] = [];
  const reader = (await openStream(user, place, abort.signal, 60_000)).getReader();
  const decoder = new TextDecoder();
  expect(decoder.decode((await reader.read()).value)).toContain(": open");
  let ended = false;
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const text = decoder.decode(value);
      if (text.startsWith("data: ")) heard.push(JSON.parse(text.slice(6)) as LiveEvent);
    }
    ended = true;
  })();
  return {
    people: () =>
      heard.flatMap((event) => (event.kind === "presence" ? [[event.person.id, event.here] as const] : [])),
    kinds: () => heard.map(({ kind }) => kind),
    hasEnded: () => ended,
  };
}
const look = async (user: CurrentUser, place: string, id: string, more = {}) =>
  tellPresence(await enterPlace(user.id, place, "lab:read"), {
    ...{ object: { kind: "model", id }, tab: `tab of ${user.id}`, here: true, asks: false },
    ...more,
  });

it("is told to everybody in the lab and to nobody in another, and leaves nothing behind", async () => {
  const { id } = await makeModel(lab);
  const other = await makeLab("lab-two");
  const [here, there] = [
    await listen(lab.members.viewer, lab.slug),
    await listen(other.members.owner, other.slug),
  ];
  const before = await rows();
  await look(lab.members.editor, lab.slug, id);
  await look(lab.members.editor, lab.slug, id, { here: false });
  const editor = lab.members.editor.id;
  await expect.poll(here.people).toEqual([
    [editor, true],
    [editor, false],
  ]);
  expect(there.people()).toEqual([]);
  expect(await rows()).toBe(before);
  await expect(look(other.members.owner, other.slug, id)).rejects.toMatchObject({
    details: { code: "not-found" },
  });
});

/** Of all tables. */
async function rows(): Promise<number> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`;
  let sum = 0;
  for (const { name } of tables) {
    const [{ count }] = await db().$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM ${name}`,
    );
    sum += count;
  }
  return sum;
}

it("of guests is told to the lab that shares and to their own, and they hear of nobody else", async () => {
  const { id } = await makeModel(giver);
  const hidden = await makeModel(giver);
  const { place } = await shareWith(lab, giver, { kind: "model", id });
  const host = await makeUser("host@giver.example");
  await setRole(giver.grant, host.id, "viewer");
  const [hosts, guests] = [await listen(host, giver.slug), await listen(lab.members.viewer, place)];
  await look(host, giver.slug, id);
  await look(lab.members.editor, place, id);
  await expect.poll(guests.people).toEqual([[lab.members.editor.id, true]]);
  await expect.poll(hosts.people).toEqual([
    [host.id, true],
    [lab.members.editor.id, true],
  ]);
  await expect(look(lab.members.editor, place, hidden.id)).rejects.toMatchObject({
    details: { code: "not-found" },
  });
});

it("ends with the membership: the others hear at once that somebody went, who can say nothing more", async () => {
  const { id } = await makeModel(lab);
  const leaver = await makeUser("leaver@example.org");
  await setRole(lab.grant, leaver.id, "viewer");
  const [others, own] = [await listen(lab.members.viewer, lab.slug), await listen(leaver, lab.slug)];
  await look(leaver, lab.slug, id);
  await expect.poll(others.people).toEqual([[leaver.id, true]]);
  await removeMember(managerOf(lab), leaver.id);
  await expect.poll(others.kinds).toContain("members");
  await expect.poll(own.hasEnded).toBe(true);
  await expect(look(leaver, lab.slug, id)).rejects.toMatchObject({ details: { code: "not-found" } });
});
