import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Paging, Rows } from "../../contracts/list";
import { labGrant, publicGrant, userGrant } from "../access/grant";
import { makeModel } from "../access/rows/models";
import { makePublication } from "../access/rows/publications";
import { managerOf, readingOnly, shareWith } from "../access/testing/giver";
import { type LabFixture, makeLab, makeUser } from "../access/testing/lab-fixture";
import { listSessions, openSession } from "../accounts/sessions/service";
import { invite, listInvitations } from "../invitations/service";
import { listMembers, setRole } from "../labs/service";
import { getModel, listVersions, saveVersion } from "../models/service";
import { listPublications } from "../publications/service";
import { appRouter } from "../root";
import { listGiven, listReceived, offer, revoke } from "../shares/service";
import { db } from "../db";

const many = 7;
let lab: LabFixture;
let elsewhere: LabFixture;
let model: string;
beforeAll(async () => {
  lab = await makeLab("paged");
  elsewhere = await makeLab("elsewhere");
  model = (await makeModel(lab)).id;
});

/** Everything, three at a time. */
async function walk<Row>(
  read: (paging: Paging) => Promise<Rows<Row>>,
): Promise<{ rows: Row[]; total: number }> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: Rows<Row> = await read({ cursor, limit: 3 });
    expect(page.rows.length).toBeLessThanOrEqual(3);
    rows.push(...page.rows);
    if (page.nextCursor === null) return { rows, total: page.total };
    cursor = page.nextCursor;
  }
}
const times = <T>(make: (index: number) => Promise<T>): Promise<T[]> =>
  Array.from({ length: many }, (_, index) => index).reduce<Promise<T[]>>(
    async (made, index) => [...(await made), await make(index)],
    Promise.resolve([]),
  );
const ownerOf = ({ id, slug, members }: LabFixture) =>
  labGrant({
    ...{ labId: id, labSlug: slug, userId: members.owner.id, role: "owner" },
    permission: "member:manage",
  });

describe("each row once, none of another lab, and how many there are:", () => {
  it("members, the longest in the lab first", async () => {
    const added = await times(async (index) => {
      const { id } = await makeUser(`member${index}@paged.example`);
      await setRole(lab.grant, id, "viewer");
      return id;
    });
    const { rows, total } = await walk((paging) => listMembers(lab.grant, paging));
    expect(total).toBe(4 + many);
    expect(rows.slice(4).map(({ userId }) => userId)).toEqual(added);
    expect(new Set(rows.map(({ userId }) => userId)).size).toBe(4 + many);
  });

  it("invitations, made at the same moment or not", async () => {
    const made = await times(async () => {
      const { invitation } = await invite(ownerOf(lab), { role: "viewer", email: null, days: 7 });
      return invitation.id;
    });
    await invite(ownerOf(elsewhere), { role: "viewer", email: null, days: 7 });
    await db().invitation.updateMany({ where: { id: { in: made } }, data: { createdAt: new Date() } });
    const { rows, total } = await walk((paging) => listInvitations(ownerOf(lab), paging));
    expect(total).toBe(many);
    expect(rows.map(({ id }) => id).sort()).toEqual([...made].sort());
  });

  it("sessions, the one that asks first", async () => {
    const person = await makeUser("browses@paged.example");
    const opened = await times(() => openSession(publicGrant(), person.id, "another"));
    const { rows, total } = await walk((paging) =>
      listSessions(userGrant(person.id, person.sessionId), paging),
    );
    expect(total).toBe(1 + many);
    expect(rows[0]).toMatchObject({ id: person.sessionId, current: true });
    const others = rows.slice(1).map(({ id }) => id);
    expect(others.sort()).toEqual([...opened].sort());
  });

  it("versions, and one of them with the one before it", async () => {
    const { role, preset, parameters } = (await getModel(lab.grant, model)).latest;
    await times((index) =>
      saveVersion(lab.grant, { modelId: model, role, preset, parameters, notes: "", basedOn: index + 1 }),
    );
    const { rows, total } = await walk((paging) => listVersions(lab.grant, model, paging));
    expect(total).toBe(1 + many);
    expect(rows.map(({ number }) => number)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    const pair = async (looking: { version?: number; against?: number }) => {
      const { shown, before } = await getModel(lab.grant, model, looking);
      return [shown.number, before && before.number];
    };
    expect(await pair({})).toEqual([8, 7]);
    expect(await pair({ version: 3 })).toEqual([3, 2]);
    expect(await pair({ version: 1 })).toEqual([1, null]);
    expect(await pair({ version: 2, against: 7 })).toEqual([2, 7]);
    expect(await pair({ version: 2, against: 2 })).toEqual([2, null]);
    expect(await pair({ version: 99, against: 98 })).toEqual([8, null]);
  });

  it("shares, what has not ended first; and open ones of one object alone", async () => {
    const object = { kind: "model" as const, id: model };
    const offered = await times(async () => {
      const { share } = await offer(managerOf(lab), { object, ...readingOnly, to: null });
      return share.id;
    });
    const other = { kind: "model" as const, id: (await makeModel(lab)).id };
    const { id: taken } = await shareWith(elsewhere, lab, other);
    for (const id of offered.slice(-2)) await revoke(managerOf(lab), id);
    const all = await walk((paging) => listGiven(managerOf(lab), paging));
    expect(all.total).toBe(many + 1);
    expect(all.rows.map(({ id }) => id)).toEqual([
      ...[taken, ...offered.slice(0, -2).reverse()],
      ...offered.slice(-2).reverse(),
    ]);
    const open = await walk((paging) => listGiven(managerOf(lab), { ...paging, object, onlyOpen: true }));
    expect(open.rows.map(({ id }) => id)).toEqual(offered.slice(0, -2).reverse());
    await db().share.updateMany({ where: { id: offered[0] }, data: { offeredUntil: new Date(0) } });
    expect((await listGiven(managerOf(lab), { limit: 50, object, onlyOpen: true })).total).toBe(many - 3);
  });

  it("what other labs share and offer: offers first", async () => {
    const giver = await makeLab("gives-much");
    const of = async () => ({ kind: "model" as const, id: (await makeModel(giver)).id });
    const accepted = await times(async () => (await shareWith(elsewhere, giver, await of())).id);
    const { share } = await offer(managerOf(giver), {
      object: await of(),
      ...readingOnly,
      to: elsewhere.slug,
    });
    const { rows } = await walk((paging) => listReceived(managerOf(elsewhere), paging));
    const own = rows.filter(({ from }) => from === "gives-much").map(({ id }) => id);
    expect(own).toEqual([share.id, ...accepted.reverse()]);
    expect((await listReceived(managerOf(lab), { limit: 50 })).total).toBe(0);
  });

  it("publications", async () => {
    const { id } = await makePublication(lab);
    expect(await listPublications(lab.grant, { limit: 1 })).toMatchObject({ rows: [{ id }], total: 1 });
    expect(await listPublications(elsewhere.grant, { limit: 1 })).toMatchObject({ rows: [], total: 0 });
  });
});

it.each(["nonsense", "-1", "1.5", "99999999999"])("refuses a cursor that no history gave: %s", (cursor) =>
  expect(listVersions(lab.grant, model, { cursor, limit: 3 })).rejects.toMatchObject({
    details: { code: "invalid" },
  }),
);

/** Lists that no page cuts, and why each is short. */
const short: Readonly<Record<string, string>> = {
  "activity.people": "people who ever did something in the lab",
  "blind.list": "copies of one dashboard for blind review",
  "comments.audience": "people of the lab, and visitors who spoke",
  "comparisons.traceIndividuals": "groups of one comparison",
  "models.versions": "those that were asked for",
  "objects.list": "as many as were asked for",
  "search.recent": "twelve",
  "search.tags": "as many as were asked for",
  "views.list": "fifty of each person",
  "views.setDefault": "fifty of each person",
};

it("every procedure that answers with a list answers page by page", () => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { output?: unknown } }>;
  const lists = Object.entries(procedures).flatMap(([name, { _def }]) =>
    _def.output instanceof z.ZodArray ? [name] : [],
  );
  expect(lists.sort()).toEqual(Object.keys(short).sort());
});
