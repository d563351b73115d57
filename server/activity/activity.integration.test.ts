import { beforeAll, describe, expect, it } from "vitest";
import type { EntryView } from "../../contracts/activity";
import { enterLab } from "../access/enter-lab";
import type { LabGrant } from "../access/grant";
import { makeModel } from "../access/rows/models";
import { shareWith } from "../access/testing/giver";
import { callRoute } from "../access/testing/call-route";
import { cookieOf, type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { changeRole } from "../labs/service";
import { createModel } from "../models/service";
import { listActivity, listLog, listPeople } from "./service";

let here: LabFixture;
let there: LabFixture;
let ada: LabGrant;
beforeAll(async () => {
  here = await makeLab("lab-one");
  there = await makeLab("lab-two");
  ada = await enterLab(here.members.owner.id, here.slug, "audit:read");
});

const everything = { limit: 200 };
const named = async (name: string) => {
  const { latest } = await makeModel(here);
  const { theory, role, preset, parameters } = latest;
  return createModel(ada, { name, theory, role, preset, parameters, notes: "" });
};
const exported = async (query: string) => {
  const file = { file: "app/api/lab/[lab]/audit/route.ts", method: "GET" };
  const request = new Request(`http://phasic.test/api/lab/${here.slug}/audit?${query}`);
  const answer = await callRoute(file, request, await cookieOf(here.members.owner), { lab: here.slug });
  return answer.text();
};

describe("the audit log", () => {
  it("says who did what to which object, with the way there, page by page", async () => {
    const first = await named(here.unique("Fair"));
    const second = await named(here.unique("Fair"));
    const page = await listLog(ada, { text: "Fair" }, { limit: 1 });
    expect(page.entries).toMatchObject([
      {
        ...{ actor: { id: here.members.owner.id, name: "owner" }, action: "model.create" },
        object: { name: second.name, href: `/lab/${here.slug}/models/${second.id}` },
      },
    ]);
    const next = await listLog(ada, { text: "Fair" }, { limit: 1, cursor: page.nextCursor });
    expect(next).toMatchObject({ entries: [{ object: { name: first.name } }], nextCursor: null });
  });

  it("is narrowed by person, action, object and day", async () => {
    const { id } = await named(here.unique("Narrow"));
    await changeRole(ada, here.members.viewer.id, "commenter");
    await changeRole(ada, here.members.viewer.id, "viewer");
    const of = async (filter: Parameters<typeof listLog>[1]) =>
      (await listLog(ada, filter, everything)).entries;
    expect(await of({ kind: "model", object: id })).toHaveLength(1);
    const roles = await of({ action: "member.role", person: here.members.owner.id });
    expect(roles).toMatchObject([
      { object: { name: "viewer", href: `/lab/${here.slug}/members` }, details: { to: "viewer" } },
      { details: { to: "commenter" } },
    ]);
    expect((await of({ person: "nobody" })).every(({ actor }) => actor === null)).toBe(true);
    const today = new Date().toISOString().slice(0, 10);
    expect((await of({ from: today, until: today })).length).toBe((await of({})).length);
    expect(await of({ until: "2001-01-01" })).toEqual([]);
    expect(await listPeople(ada)).toEqual([{ id: here.members.owner.id, name: "owner" }]);
  });

  it("is one lab's: of what was done between two, each reads its own side", async () => {
    const model = await makeModel(there);
    const { id } = await shareWith(here, there, { kind: "model", id: model.id });
    const mine = await listLog(ada, { action: "share.accept" }, everything);
    expect(mine.entries).toMatchObject([
      { actor: { name: "owner" }, otherLab: "lab-two", object: { name: model.name } },
    ]);
    const ben = await enterLab(there.members.owner.id, there.slug, "audit:read");
    const theirs = await listLog(ben, { action: "share.accepted" }, everything);
    expect(theirs.entries).toMatchObject([{ actor: null, otherLab: "lab-one", details: { share: id } }]);
    const own = (entries: readonly EntryView[]) => entries.map((entry) => entry.id);
    const all = own((await listLog(ada, {}, everything)).entries);
    expect(own((await listLog(ben, {}, everything)).entries).some((one) => all.includes(one))).toBe(false);
  });

  it("refuses a day that no calendar has, before anything is written", async () => {
    for (const query of [
      "format=csv&from=2026-02-30",
      "format=json&until=0000-00-00",
      "format=csv&from=0001-01-01",
    ])
      expect(JSON.parse(await exported(query)), query).toMatchObject({ problem: { code: "invalid" } });
  });

  it("leaves as CSV and JSON with the same filters; what a spreadsheet would run is escaped", async () => {
    const name = here.unique('=HYPERLINK("x")');
    const { id } = await named(name);
    const csv = (await exported(`format=csv&kind=model&object=${id}`)).split("\r\n");
    expect(csv).toHaveLength(3);
    expect(csv[0]).toBe("entry,at,action,person_id,person,object_kind,object_id,object,other_lab,details");
    expect(csv[1]).toContain(`"'=HYPERLINK(""x"")`);
    expect(JSON.parse(await exported(`format=json&object=${id}`))).toMatchObject([
      { action: "model.create", person: { name: "owner" }, object: { kind: "model", id, name } },
    ]);
    expect(JSON.parse(await exported("format=json&text=there-is-no-such-name"))).toEqual([]);
  });
});

it("activity tells all members what was made and shared, and nobody of invitations and roles", async () => {
  await named(here.unique("Seen"));
  await changeRole(ada, here.members.viewer.id, "commenter");
  await changeRole(ada, here.members.viewer.id, "viewer");
  const grant = await enterLab(here.members.viewer.id, here.slug, "lab:read");
  const { entries } = await listActivity(grant, everything);
  expect(entries[0]).toMatchObject({ action: "model.create", actor: { name: "owner" } });
  expect(entries.filter(({ action }) => action === "member.role")).toEqual([]);
});
