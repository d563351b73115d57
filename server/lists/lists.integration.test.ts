import { beforeAll, describe, expect, it } from "vitest";
import { experimentListInput } from "../../contracts/experiment";
import type { ListQuestion, Page } from "../../contracts/list";
import { modelListInput, type ModelSummary } from "../../contracts/model";
import { theoryNamed } from "../../engine/theories/registry";
import { makeExperiment } from "../access/rows/experiments";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { labGrant } from "../access/grant";
import { closeDb } from "../db";
import { listExperiments } from "../experiments/service";
import { createModel, listModels } from "../models/service";

let lab: LabFixture;
let elsewhere: LabFixture;
beforeAll(async () => {
  lab = await makeLab("lists");
  elsewhere = await makeLab("elsewhere");
  for (const name of ["Zeta rate", "alpha Rate", "Ωmega", "多巴胺模型", "E\u0301tude"]) await make(lab, name);
  await make(lab, "TD of the owner", "td", lab.members.owner.id);
  await make(elsewhere, "alpha of another lab");
  return closeDb;
});

function make(where: LabFixture, name: string, theory = "actr", userId?: string) {
  const [{ key, role, values }] = theoryNamed(theory).declaration.presets;
  const grant = userId
    ? labGrant({ labId: where.id, labSlug: where.slug, userId, role: "owner", permission: "model:create" })
    : where.grant;
  return createModel(grant, { name, theory, role, preset: key, parameters: { ...values }, notes: "" });
}

const ask = (question: Partial<ListQuestion>): Promise<Page<ModelSummary>> =>
  listModels(lab.grant, { ...modelListInput.parse({ lab: lab.slug }), ...question });
const names = async (question: Partial<ListQuestion>) => (await ask(question)).rows.map(({ name }) => name);

describe("a list", () => {
  it("holds what its lab has, the newest first, and counts it", async () => {
    const { rows, total, nextCursor } = await ask({});
    expect(rows[0].name).toBe("TD of the owner");
    expect({ rows: rows.length, total, nextCursor }).toEqual({ rows: 6, total: 6, nextCursor: null });
  });

  it.each(["name", "-name", "-changed", "theory", "-runs", "author"])(
    "shows each row once, page by page, by %s",
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<ModelSummary> = await ask({ sort, limit: 2, cursor });
        seen.push(...page.rows.map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(await names({ sort }));
      expect(new Set(seen).size).toBe(6);
    },
  );

  it("goes on after the last row that was shown, whatever came meanwhile", async () => {
    const first = await ask({ sort: "name", limit: 3 });
    const made = await make(lab, "Aardvark");
    const second = await ask({ sort: "name", limit: 10, cursor: first.nextCursor });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).not.toContain(made.id);
    expect(first.rows.length + second.rows.length).toBe(6);
  });

  it("finds every typed word anywhere, whatever the case, the script and how an accent was typed", async () => {
    expect((await names({ text: "RATE a", sort: "name" })).slice(0, 2)).toContain("alpha Rate");
    expect(await names({ text: "ωmega" })).toEqual(["Ωmega"]);
    expect(await names({ text: "胺模" })).toEqual(["多巴胺模型"]);
    expect(await names({ text: "étude" })).toEqual(["E\u0301tude"]);
    expect(await names({ text: "50%" })).toEqual([]);
    expect(await names({ text: "_" })).toEqual([]);
  });

  it("says what each column can be held to, under the conditions of the others", async () => {
    const { choices } = await ask({ where: { theory: ["td"] } });
    expect(choices.theory.map(({ value }) => value).sort()).toEqual(["actr", "td"]);
    expect(choices.author).toEqual([{ value: lab.members.owner.id, label: "owner", count: 1 }]);
    expect(await names({ where: { theory: ["td"] } })).toEqual(["TD of the owner"]);
    expect(await names({ where: { author: [lab.members.owner.id], theory: ["actr"] } })).toEqual([]);
    expect((await ask({ where: { theory: ["td", "actr"] } })).total).toBe(7);
  });

  it.each(["soon", "1", "2026-02-30 00:00:00", "2026-11-28 25:00:00", "infinity"])(
    "refuses a cursor that it did not give, also one that no database could read: %s",
    async (at) => {
      const refused = { details: { code: "invalid" } };
      const cursor = (...place: unknown[]) => Buffer.from(JSON.stringify(place)).toString("base64url");
      await expect(ask({ cursor: at })).rejects.toMatchObject(refused);
      await expect(ask({ cursor: cursor(at, "x") })).rejects.toMatchObject(refused);
      await expect(ask({ cursor: cursor("2026-11-28 03:00:00", "x\0") })).rejects.toMatchObject(refused);
      await expect(ask({ sort: "name", cursor: cursor("a\0", "x") })).rejects.toMatchObject(refused);
      await expect(ask({ sort: "runs", cursor: cursor("0x10", "x") })).rejects.toMatchObject(refused);
    },
  );

  it("tells experiments apart by what their runs do", async () => {
    const { id } = await makeExperiment(lab);
    const inState = async (status: string) =>
      (
        await listExperiments(lab.grant, {
          ...experimentListInput.parse({ lab: lab.slug }),
          where: { status: [status] },
        })
      ).rows.map((row) => row.id);
    expect(await inState("open")).toEqual([id]);
    expect(await inState("done")).toEqual([]);
  });
});
