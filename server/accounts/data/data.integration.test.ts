import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mentionOf, shown } from "../../../contracts/comment";
import { enterLab } from "../../access/enter-lab";
import { type LabGrant, publicGrant, type UserGrant, userGrant } from "../../access/grant";
import { makeModel } from "../../access/rows/models";
import { type CurrentUser, userOfSession } from "../../access/session";
import { type LabFixture, makeLab, makeUser } from "../../access/testing/lab-fixture";
import { listThreads, startThread } from "../../comments/service";
import { db } from "../../db";
import { invite } from "../../invitations/service";
import { openStream } from "../../live/service";
import { removeMember, setRole } from "../../labs/service";
import { sendMail } from "../../mail/service";
import { createModel, getModel } from "../../models/service";
import { insertIdentity } from "../oauth/store";
import { changeEmail } from "../profile/service";
import { answerReset, askReset, makeResetLinkFor } from "../reset/service";
import { textsWith } from "../../testing/database-texts";
import { ensureUser, signIn } from "../service";
import { systemGrant } from "../../access/grant";
import { addressColumns, personalColumns } from "./personal";
import { deleteAccount, exportData } from "./service";

const password = "a password for tests";
const anybody = publicGrant();
let here: LabFixture;
let there: LabFixture;
beforeAll(async () => {
  // nothing is sent here: letters only wait
  process.env.PHASIC_SMTP_URL = "smtp://127.0.0.1:9";
  process.env.PHASIC_MAIL_FROM = "Phasic <phasic@example.org>";
  here = await makeLab("lab-one");
  there = await makeLab("lab-two");
});
afterAll(() => db().mail.deleteMany());

const grantOf = ({ id, sessionId }: CurrentUser): UserGrant => userGrant(id, sessionId);
async function member(email: string, name: string, lab = here): Promise<CurrentUser> {
  const { id, sessionId } = await makeUser(email);
  await ensureUser(systemGrant("test"), { email, name, password });
  await setRole(lab.grant, id, "editor");
  return (await userOfSession(sessionId))!;
}
const modelBy = async (user: CurrentUser, name: string, lab = here) => {
  const { theory, role, preset, parameters } = (await makeModel(lab)).latest;
  const grant = await enterLab(user.id, lab.slug, "model:create");
  return createModel(grant, { name, theory, role, preset, parameters, notes: "" });
};
const commentBy = async (user: CurrentUser, body: string, lab = here) => {
  const grant = await enterLab(user.id, lab.slug, "comment:create");
  const object = { kind: "model" as const, id: (await makeModel(lab)).id };
  await startThread(grant, {
    ...{ object, anchor: { figure: null, place: null }, visibility: "lab", body, once: lab.unique("once") },
    shown: shown.parse({ version: 1 }),
  });
  return object;
};
async function unpacked(user: CurrentUser): Promise<Record<string, string>> {
  const archive = new Uint8Array(await new Response(await exportData(grantOf(user))).arrayBuffer());
  return Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}
type Row = Record<string, unknown>;
const rows = (files: Record<string, string>, name: string) => JSON.parse(files[name]) as Row[];

describe("what names a person", () => {
  /** Columns of our tables that refer to a person, as their foreign keys or their names say. */
  const columns = () => db().$queryRaw<{ table: string; column: string }[]>`
    SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND (
      c.column_name ~ '(ById|^(user|author|actor|owner|person|reader|member)Id)$'
      OR (c.table_name, c.column_name) IN (
        SELECT t.relname, a.attname FROM pg_constraint k
        JOIN pg_class t ON t.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY(k.conkey)
        WHERE k.contype = 'f' AND k.confrelid = '"User"'::regclass))`;

  it("has, column by column, a file of the export or a reason, and a fate when the account is deleted", async () => {
    const known = personalColumns.filter(({ table }) => table !== "User");
    const said = (list: readonly { table: string; column: string }[]) =>
      list.map(({ table, column }) => `${table}.${column}`).sort();
    expect(said(known)).toEqual(said(await columns()));
  });

  it("has no column with an address that nobody clears", async () => {
    const found = await db().$queryRaw<{ name: string }[]>`
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name ~* '(^email$|^to$|address)'`;
    expect(
      found.map(({ name }) => name).filter((name) => !(addressColumns as readonly string[]).includes(name)),
    ).toEqual([]);
  });

  it("gives no secret away", async () => {
    const secret = await db().$queryRaw<{ table: string; column: string }[]>`
      SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND (column_name ~* 'password|secret|token' OR data_type = 'bytea')`;
    for (const { table, column } of secret)
      for (const { file, omit = [] } of personalColumns.filter((one) => one.table === table))
        expect(file === null || omit.includes(column), `${table}.${column}`).toBe(true);
  });
});

describe("the export", () => {
  it("holds the account and what the person made and wrote, and nobody else's", async () => {
    const ada = await member("ada@example.org", "Ada");
    const ben = await member("ben@example.org", "Ben");
    const mine = await modelBy(ada, "Ada's model");
    await modelBy(ben, "Ben's model");
    await commentBy(ada, "A step at trial 300.");
    const files = await unpacked(ada);
    expect(rows(files, "account.json")).toMatchObject([
      { id: ada.id, email: "ada@example.org", name: "Ada" },
    ]);
    expect(rows(files, "memberships.json")).toMatchObject([{ labId: here.id, role: "editor" }]);
    expect(rows(files, "labs.json")).toMatchObject([{ id: here.id, slug: here.slug }]);
    expect(rows(files, "sessions.json").length).toBeGreaterThan(0);
    expect(rows(files, "models.json").map(({ name }) => name)).toEqual(["Ada's model"]);
    expect(rows(files, "model-versions.json")).toMatchObject([
      { id: mine.latest.id, parameters: mine.latest.parameters },
    ]);
    expect(rows(files, "comments.json").map(({ body }) => body)).toEqual(["A step at trial 300."]);
    expect(rows(files, "activity.json").map(({ action }) => action)).toContain("model.create");
    const all = Object.values(files).join("\n");
    for (const absent of ["Ben's model", "ben@example.org", "argon2"]) expect(all).not.toContain(absent);
    for (const name of Object.keys(files).filter((name) => name !== "README.md"))
      expect(files["README.md"]).toContain(`**${name}**`);
  });

  it("leaves out what a lab holds once the person is out of it, and keeps their own words", async () => {
    const cid = await member("cid@example.org", "Cid", there);
    await modelBy(cid, "Cid's model", there);
    await commentBy(cid, "Mine to keep.", there);
    const owner = await enterLab(there.members.owner.id, there.slug, "member:manage");
    await removeMember(owner, cid.id);
    const files = await unpacked(cid);
    expect(rows(files, "models.json")).toEqual([]);
    expect(rows(files, "activity.json")).toEqual([]);
    expect(rows(files, "comments.json")).toHaveLength(1);
  });

  it("is whole when there is more than one page of something", async () => {
    const dot = await member("dot@example.org", "Dot");
    await db().inboxItem.createMany({
      data: Array.from({ length: 1201 }, (_, n) => ({
        ...{ userId: dot.id, labId: here.id, kind: "reply", cause: `cause ${n}` },
      })),
    });
    expect(new Set(rows(await unpacked(dot), "inbox.json").map(({ cause }) => cause)).size).toBe(1201);
  });

  it("may be asked for ten times an hour", async () => {
    const eve = await makeUser("eve@example.org");
    for (let n = 0; n < 10; n += 1) await (await exportData(grantOf(eve))).cancel();
    await expect(exportData(grantOf(eve))).rejects.toMatchObject({ details: { code: "too-many" } });
  });
});

describe("deleting an account", () => {
  const name = "Zsófia Quellenfeld";
  const email = "zsofia@quellenfeld.example";
  let zsofia: CurrentUser;
  let other: LabGrant;
  beforeAll(async () => {
    zsofia = await member(email, name);
    other = await enterLab(here.members.owner.id, here.slug, "member:manage");
  });

  it("asks for the password", async () => {
    await expect(deleteAccount(grantOf(zsofia), { password: "somebody's guess" })).rejects.toMatchObject({
      details: { code: "wrong-credentials" },
    });
  });

  it("is refused to the only owner of a lab, who is told which", async () => {
    const grant = grantOf(there.members.owner);
    await expect(deleteAccount(grant, { password })).rejects.toMatchObject({
      details: {
        code: "refused",
        what: 'You are the only owner of "lab-two".',
        next: "Hand each over to another member or delete it; then delete your account.",
      },
    });
    expect(await userOfSession(grant.sessionId)).not.toBeNull();
  });

  it("leaves what the person made under a pseudonym, and their name and address nowhere", async () => {
    const model = await modelBy(zsofia, "A model of theirs");
    const object = await commentBy(zsofia, "Words of theirs.");
    const naming = await commentBy(here.members.owner, `What do you think, ${mentionOf(zsofia.id)}?`);
    // whatever else may hold a name or an address
    await signIn(anybody, { email, password: "wrong" }, { address: null, userAgent: "" });
    await askReset(anybody, email, null);
    await askReset(anybody, email, null);
    await answerReset((await db().resetRequest.findFirstOrThrow({ where: { email } })).id);
    await changeEmail(grantOf(zsofia), { password, email: "zsofia@elsewhere.example" });
    await sendMail({ to: email, subject: "A letter", text: `Dear ${name}` });
    const ben = await makeUser("wants-the-address@example.org");
    await db().accountLink.create({
      data: {
        ...{ userId: ben.id, kind: "email", email, tokenHash: "0".repeat(64) },
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
    await invite(other, { role: "viewer", email, days: 7 });
    const identity = { provider: "oidc", issuer: "https://sso.example", subject: "z", label: email } as const;
    await insertIdentity(grantOf(zsofia), { ...identity, name, email, emailVerified: true });
    const elsewhere = await signIn(anybody, { email, password }, { address: null, userAgent: "phone" });
    expect(elsewhere).not.toBeNull();
    const stream = (await openStream(zsofia, here.slug, new AbortController().signal, 3_600_000)).getReader();
    expect((await textsWith([name, email])).length).toBeGreaterThan(6);

    await deleteAccount(grantOf(zsofia), { password });

    while (!(await stream.read()).done);
    expect(await textsWith([name, email])).toEqual([]);
    expect(await userOfSession(zsofia.sessionId)).toBeNull();
    expect(await userOfSession(elsewhere!.sessionId)).toBeNull();
    expect(await db().membership.count({ where: { userId: zsofia.id } })).toBe(0);

    const pseudonym = (await db().user.findUniqueOrThrow({ where: { id: zsofia.id } })).name;
    expect(pseudonym).toMatch(/^Former member [0-9a-f]{4}$/);
    expect(await getModel(other, model.id)).toMatchObject({ author: pseudonym });
    const reader = await enterLab(here.members.owner.id, here.slug, "comment:read");
    const { threads } = await listThreads(reader, { object, limit: 10 });
    expect(threads[0].comments[0]).toMatchObject({ body: "Words of theirs.", author: { name: pseudonym } });
    expect((await listThreads(reader, { object: naming, limit: 10 })).people).toMatchObject({
      [zsofia.id]: pseudonym,
    });
    const acts = await db().auditEntry.findMany({ where: { actorId: zsofia.id }, orderBy: { id: "asc" } });
    expect(acts.map(({ action }) => action)).toContain("model.create");
    expect(acts.at(-1)).toMatchObject({ action: "member.leave", objectId: zsofia.id });
  });

  it("lets nobody back in: not by password, link or another place, but the address is free", async () => {
    expect(await signIn(anybody, { email, password }, { address: null, userAgent: "" })).toBeNull();
    const tombstone = await db().user.findUniqueOrThrow({ where: { id: zsofia.id } });
    expect(await db().identity.count({ where: { userId: zsofia.id } })).toBe(0);
    for (const address of [email, tombstone.email])
      await expect(makeResetLinkFor(address)).rejects.toMatchObject({ details: { code: "not-found" } });
    await askReset(anybody, tombstone.email, null);
    await answerReset((await db().resetRequest.findFirstOrThrow({ where: { email: tombstone.email } })).id);
    expect(await db().mail.count({ where: { to: tombstone.email } })).toBe(0);
    expect((await makeUser(email)).id).not.toBe(zsofia.id);
  });

  it("cannot be half done: the database refuses a deleted account that still names somebody", async () => {
    const { id } = await makeUser("half@example.org");
    await expect(db().user.update({ where: { id }, data: { deletedAt: new Date() } })).rejects.toThrow(
      "deleted_is_forgotten",
    );
  });
});
