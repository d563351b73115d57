import { beforeAll, describe, expect, it } from "vitest";
import { procedureRows } from "../access/rows/registry";
import { makeModel } from "../access/rows/models";
import { inputOf } from "../access/testing/input-of";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { db } from "../db";
import { appRouter } from "../root";
import { createCallerFactory } from "../trpc";

const own = "an account is a person's own and belongs to no lab";
const view = "a view is how one person looks at a list, and changes nothing that the lab holds";
const onItsWay = "a file is nothing that a lab holds before it is imported, which is written down";
const fillsForms = "a saved mapping is a way of filling a form, and changes no numbers";
const reading = "what somebody has read is theirs alone";
const onlyLooks = "it reads a file once more and changes nothing";
/** Mutations that leave no entry, each with the reason. */
const silent: Readonly<Record<string, string>> = {
  "labArchives.cancel": "what was begun is written down, and this leaves everything as it was",
  "comments.mute": "whether somebody wants to hear of a thread is theirs alone",
  "comments.react": "a reaction says itself who it is by, and changes nothing else",
  "datasets.inspectAgain": onlyLooks,
  "uploads.begin": onItsWay,
  "uploads.finish": onItsWay,
  "uploads.remove": onItsWay,
  "mappings.save": fillsForms,
  "mappings.remove": fillsForms,
  "inbox.mark": reading,
  "inbox.met": reading,
  "inbox.readAll": reading,
  "inbox.unreadAll": reading,
  "invitations.join": "of no invitation it does nothing; its own test looks for the entry",
  "preferences.setDigest": own,
  "presence.tell": "who looks at what is kept nowhere",
  "account.signUp": own,
  "account.updateProfile": own,
  "account.changePassword": own,
  "account.changeEmail": own,
  "account.verifyEmail": own,
  "account.confirmEmail": own,
  "account.startLink": own,
  "account.unlink": own,
  "account.endSession": own,
  "account.endOtherSessions": own,
  "account.remove": own,
  "account.askReset": own,
  "account.reset": own,
  "shares.acceptLink": "without an open link it does nothing; its own test looks for the entry",
  "invitations.accept": "without an open link it does nothing; its own test looks for the entry",
  "views.save": view,
  "views.change": view,
  "views.share": view,
  "views.remove": view,
  "views.setDefault": view,
  "preferences.set": own,
  "preferences.tourSeen": own,
  "search.visit": "what somebody opened last is for them alone",
  "dashboards.saveDraft": "saved with every few words; what the lab reads are versions, and those are there",
};

const createCaller = createCallerFactory(appRouter);
const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
const mutations = procedureRows.filter(({ name }) => procedures[name]._def.type === "mutation");

let lab: LabFixture;
beforeAll(async () => {
  lab = await makeLab("lab-one");
});
const entries = () => db().auditEntry.findMany({ orderBy: { id: "asc" } });

describe("the audit log", () => {
  it.each(mutations.filter(({ name }) => !(name in silent)))("knows who called $name", async (row) => {
    const input = await inputOf(row, lab);
    const before = (await entries()).length;
    const caller: unknown = createCaller({ user: lab.members.owner, address: null });
    const call = row.name.split(".").reduce((at, key) => (at as Record<string, unknown>)[key], caller) as (
      of: unknown,
    ) => Promise<unknown>;
    await call(input);
    await row.after?.(lab);
    const written = (await entries()).slice(before);
    // what follows from the act is the machinery's: a new lab's copy of the demonstration, for instance
    expect(written[0]?.actorId).toBe(lab.members.owner.id);
  });

  it("has no reason left for a mutation that is gone", () => {
    const names = mutations.map(({ name }) => name);
    expect(Object.keys(silent).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("cannot be rewritten: not changed, not shortened, not emptied", async () => {
    const { id: model } = await makeModel(lab);
    const { id } = await db().auditEntry.findFirstOrThrow({ where: { objectId: model } });
    const refused = "append-only";
    await expect(db().auditEntry.update({ where: { id }, data: { action: "x" } })).rejects.toThrow(refused);
    await expect(db().auditEntry.update({ where: { id }, data: { at: new Date(0) } })).rejects.toThrow(
      refused,
    );
    await expect(db().auditEntry.delete({ where: { id } })).rejects.toThrow(refused);
    await expect(db().$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow(refused);
    expect(await db().auditEntry.findUnique({ where: { id } })).not.toBeNull();
  });

  it("says nothing of what was not done", async () => {
    const before = (await entries()).length;
    const { name } = await makeModel(lab);
    const made = (await entries()).length;
    expect(made).toBe(before + 1);
    await expect(
      createCaller({ user: lab.members.owner, address: null }).models.create({
        ...{ lab: lab.slug, name, theory: "actr", role: "learning-rate", preset: null, parameters: {} },
      }),
    ).rejects.toThrow();
    expect((await entries()).length).toBe(made);
  });
});
