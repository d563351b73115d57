import { beforeAll, describe, expect, it } from "vitest";
import { enterLab } from "../../access/enter-lab";
import type { LabGrant } from "../../access/grant";
import { makeModel } from "../../access/rows/models";
import { type LabFixture, makeLab } from "../../access/testing/lab-fixture";
import { db } from "../../db";
import { getNotes, listNotes, saveNotes } from "../service";

const all = { limit: 50 };
let lab: LabFixture;
let ada: LabGrant;
let ben: LabGrant;
beforeAll(async () => {
  lab = await makeLab("lab-one");
  ada = await enterLab(lab.members.owner.id, lab.slug, "model:create");
  ben = await enterLab(lab.members.editor.id, lab.slug, "model:create");
});
const conflict = { details: { code: "conflict", where: "notes" } };
const write = (
  by: LabGrant,
  modelId: string,
  basedOn: number,
  text: string | null,
  aside: string | null = null,
) => saveNotes(by, { modelId, basedOn, text, aside });

describe("notes of a model", () => {
  it("are none, then what was written last, with all that was written before", async () => {
    const { id } = await makeModel(lab);
    expect(await getNotes(ada, id)).toMatchObject({ number: 0, text: "" });
    await write(ada, id, 0, "The rate $\\eta$ is *fitted*.");
    await write(ben, id, 1, "The rate $\\eta$ is fixed.");
    expect(await getNotes(ada, id)).toMatchObject({
      number: 2,
      text: "The rate $\\eta$ is fixed.",
      author: "editor",
    });
    expect((await listNotes(ada, id, all)).rows.map(({ author }) => author)).toEqual(["editor", "owner"]);
  });

  it("written by two at once lose nothing: one is told, chooses, and the other text stays in the history", async () => {
    const { id } = await makeModel(lab);
    await write(ada, id, 0, "base");
    const texts = ["of Ada", "of Ben"];
    const attempts = await Promise.allSettled([write(ada, id, 1, texts[0]), write(ben, id, 1, texts[1])]);
    const lost = attempts.findIndex(({ status }) => status === "rejected");
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((attempts[lost] as PromiseRejectedResult).reason).toMatchObject(conflict);
    const [loser, mine, theirs] = [[ada, ben][lost], texts[lost], texts[1 - lost]];
    const head = await getNotes(loser, id);
    expect(head.text).toBe(theirs);
    // one text of both
    const merged = await write(loser, id, head.number, `${theirs}\n${mine}`, mine);
    expect(merged.text).toBe(`${theirs}\n${mine}`);
    expect((await listNotes(loser, id, all)).rows.map(({ text, aside }) => [text, aside])).toEqual([
      [`${theirs}\n${mine}`, false],
      [mine, true],
      [theirs, false],
      ["base", false],
    ]);
  });

  it("that were not chosen are kept beside, and are not what readers see", async () => {
    const { id } = await makeModel(lab);
    await write(ada, id, 0, "theirs");
    await write(ben, id, 0, null, "mine");
    expect(await getNotes(ben, id)).toMatchObject({ number: 1, text: "theirs" });
    expect((await listNotes(ben, id, all)).rows[0]).toMatchObject({ number: 2, text: "mine", aside: true });
    await expect(write(ben, id, 0, "later")).rejects.toMatchObject(conflict);
  });

  it("cannot be rewritten, and go with their model", async () => {
    const { id } = await makeModel(lab);
    await write(ada, id, 0, "kept");
    await expect(
      db().revision.updateMany({ where: { objectId: id }, data: { content: { text: "x" } } }),
    ).rejects.toThrow();
    await db()
      .model.delete({ where: { id } })
      .catch(() => db().$executeRaw`DELETE FROM "Model" WHERE id = ${id}`);
    expect(await db().revision.count({ where: { objectId: id } })).toBe(0);
  });
});
