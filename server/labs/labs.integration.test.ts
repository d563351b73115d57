import { beforeEach, describe, expect, it } from "vitest";
import { enterLab } from "../access/enter-lab";
import { type LabGrant, labGrant } from "../access/grant";
import { makeModel } from "../access/rows/models";
import { type LabFixture, makeLab, makeUser } from "../access/testing/lab-fixture";
import { db } from "../db";
import { createModel, getModel } from "../models/service";
import { openStream } from "../live/service";
import { changeRole, leaveLab, listMembers, removeMember, setRole, transferLab } from "./service";

let count = 0;
let lab: LabFixture;
let owner: LabGrant;
beforeEach(async () => {
  lab = await makeLab(`lab-${(count += 1)}`);
  owner = grantOf("owner");
});
const grantOf = (role: "owner" | "editor" | "viewer") =>
  labGrant({
    ...{ labId: lab.id, labSlug: lab.slug, userId: lab.members[role].id, role },
    permission: "member:manage",
  });
const members = async () => (await listMembers(lab.grant, { limit: 50 })).rows;
const roles = async () => (await members()).map(({ role }) => role).sort();
const code = (of: string) => ({ details: { code: of } });

describe("a member", () => {
  it("meets a new role, and the end of the membership, on the next request", async () => {
    const { viewer } = lab.members;
    const enter = () => enterLab(viewer.id, lab.slug, "model:create");
    await expect(enter()).rejects.toMatchObject(code("forbidden"));
    await changeRole(owner, viewer.id, "editor");
    await enter();
    await removeMember(owner, viewer.id);
    const gone = await enter().catch((error: unknown) => error);
    const never = await enterLab(viewer.id, "never-was", "model:create").catch((error: unknown) => error);
    expect(JSON.parse(JSON.stringify(gone).replaceAll(lab.slug, "never-was"))).toEqual(
      JSON.parse(JSON.stringify(never)),
    );
  });

  it("who is removed hears nothing more: the stream ends at once", async () => {
    const { viewer } = lab.members;
    const abort = new AbortController();
    const reader = (await openStream(viewer, lab.slug, abort.signal, 600_000)).getReader();
    await reader.read();
    await removeMember(owner, viewer.id);
    // no beat is due for ten minutes; what is told in the same moment is told to those who stay
    let heard = "";
    for (let next = await reader.read(); !next.done; next = await reader.read())
      heard += new TextDecoder().decode(next.value);
    expect(heard).not.toContain("data:");
  });

  it("who is removed stays the author of what they made", async () => {
    const { editor } = lab.members;
    const { theory, role, preset, parameters } = (await makeModel(lab)).latest;
    const made = await createModel(grantOf("editor"), {
      ...{ name: "Theirs", theory, role, preset, parameters, notes: "" },
    });
    await removeMember(owner, editor.id);
    expect(await getModel(owner, made.id)).toMatchObject({ author: editor.name });
  });

  it("may leave, and hand the lab over", async () => {
    await leaveLab(grantOf("viewer"));
    expect(await roles()).toEqual(["commenter", "editor", "owner"]);
    await transferLab(owner, lab.members.editor.id);
    const all = await members();
    const roleOf = (id: string) => all.find(({ userId }) => userId === id)?.role;
    expect([roleOf(lab.members.editor.id), roleOf(lab.members.owner.id)]).toEqual(["owner", "editor"]);
  });
});

describe("a lab always has an owner", () => {
  it("so the last one cannot leave, be removed or step down", async () => {
    const { owner: last } = lab.members;
    await expect(leaveLab(owner)).rejects.toMatchObject(code("refused"));
    await expect(removeMember(owner, last.id)).rejects.toMatchObject(code("refused"));
    await expect(changeRole(owner, last.id, "editor")).rejects.toMatchObject(code("refused"));
    expect(await roles()).toEqual(["commenter", "editor", "owner", "viewer"]);
  });

  it("also when two owners leave at the same moment", async () => {
    await setRole(lab.grant, lab.members.editor.id, "owner");
    const left = await Promise.allSettled([leaveLab(owner), leaveLab(grantOf("editor"))]);
    expect(left.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await roles()).filter((role) => role === "owner")).toHaveLength(1);
  });

  it("also when a service forgets: the database refuses", async () => {
    const { owner: last } = lab.members;
    const where = { labId_userId: { labId: lab.id, userId: last.id } };
    await expect(db().membership.delete({ where })).rejects.toThrow("at least one owner");
    await expect(db().membership.update({ where, data: { role: "viewer" } })).rejects.toThrow(
      "at least one owner",
    );
    await expect(db().user.delete({ where: { id: last.id } })).rejects.toThrow("at least one owner");
  });

  it("and leaves nothing of a change that was refused", async () => {
    const before = await db().auditEntry.count({ where: { labId: lab.id } });
    await expect(leaveLab(owner)).rejects.toMatchObject(code("refused"));
    expect(await db().auditEntry.count({ where: { labId: lab.id } })).toBe(before);
  });
});

it("answers for another lab's members as if they had never been", async () => {
  const stranger = await makeUser(`stranger-${count}@example.org`);
  for (const act of [
    () => changeRole(owner, stranger.id, "viewer"),
    () => removeMember(owner, stranger.id),
    () => transferLab(owner, stranger.id),
  ])
    await expect(act()).rejects.toMatchObject(code("not-found"));
});
