import { beforeAll, describe, expect, it } from "vitest";
import { searchInput, searchPageInput } from "../../contracts/search";
import { theoryNamed } from "../../engine/theories/registry";
import { labGrant } from "../access/grant";
import { makeThread } from "../access/rows/comments";
import { makeDashboard } from "../access/rows/dashboards";
import { makeDataset } from "../access/rows/datasets";
import { makeExperiment } from "../access/rows/experiments";
import { makeModel } from "../access/rows/models";
import { makeParadigm } from "../access/rows/paradigms";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { saveComparison } from "../comparisons/service";
import { comparisonState } from "../../contracts/comparison";
import type { Panel } from "../../contracts/dashboard";
import { closeDb } from "../db";
import { getExperiment } from "../experiments/service";
import { createDashboard } from "../dashboards/service";
import { createModel, saveNotes } from "../models/service";
import { saveVersion } from "../paradigms/service";
import { putInTrash } from "../trash/service";
import { renameObject, tagObject } from "../objects/service";
import { listRecent, listTags, search, searchOne, visit } from "./service";

let lab: LabFixture;
let elsewhere: LabFixture;
beforeAll(async () => {
  lab = await makeLab("searched");
  elsewhere = await makeLab("elsewhere");
  return closeDb;
});

const [{ role, key, values }] = theoryNamed("td").declaration.presets;
const make = (where: LabFixture, name: string, notes = "") =>
  createModel(where.grant, { name, notes, theory: "td", role, preset: key, parameters: { ...values } });
const find = async (text: string, more: object = {}) =>
  (await search(lab.grant, searchInput.parse({ lab: lab.slug, text, ...more }))).groups;
const names = async (text: string) =>
  (await find(text, { kinds: ["model"] })).flatMap(({ hits }) => hits.map(({ name }) => name));

describe("a search", () => {
  it("finds one of every kind, of its own lab only", async () => {
    const { id } = await makeExperiment(lab);
    await makeExperiment(elsewhere);
    const { models, arms } = await getExperiment(lab.grant, id);
    await saveComparison(lab.grant, {
      name: "Side by side",
      notes: "",
      state: comparisonState.parse({
        groups: [{ kind: "simulation", experiment: id, model: models[0].id, arm: arms[0].key }],
      }),
    });
    await makeDataset(lab);
    await makeDashboard(lab);
    const found = await find("");
    expect(found.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        "comparison",
        "experiment",
        "model",
        "dashboard",
        "dataset",
        "paradigm",
        "run",
      ]),
    );
    for (const { hits } of found)
      for (const { href } of hits) expect(href).toMatch(new RegExp(`^/lab/${lab.slug}/`));
  });

  it("puts the name itself before its beginning, its words, its parts, and the rest", async () => {
    await make(lab, "a note", "says quokka within");
    await make(lab, "subquokka");
    await make(lab, "the quokka");
    await make(lab, "quokkas");
    await make(lab, "Quokka");
    expect(await names("quokka")).toEqual(["Quokka", "quokkas", "the quokka", "subquokka", "a note"]);
    expect((await find("the quokka"))[0].kind).toBe("model");
    const [{ hits }] = await find("quokka within");
    expect(hits[0].snippet?.text).toContain("says quokka within");
    expect((await find("subquokka"))[0].hits[0].snippet).toBeNull();
  });

  it("knows phrases, and what must not be there", async () => {
    await make(lab, "red fox", "a blue house");
    await make(lab, "fox red");
    expect(await names('"red fox"')).toEqual(["red fox"]);
    expect(await names("fox -blue")).toEqual(["fox red"]);
  });

  it("reads every script, with nothing a pattern", async () => {
    await make(lab, "多巴胺模型");
    await make(lab, "نموذج الدوبامين");
    expect(await names("巴胺")).toEqual(["多巴胺模型"]);
    expect(await names("الدوبامين")).toEqual(["نموذج الدوبامين"]);
    expect(await names("100%")).toEqual([]);
    expect(await names("\\_'")).toEqual([]);
  });

  it("finds a run by what it computes, and by its hash", async () => {
    const { id } = await makeExperiment(lab);
    const [cell] = (await getExperiment(lab.grant, id)).cells;
    const [runs] = await find(`${cell.subjectKey} control`, { kinds: ["run"], limit: 20 });
    expect(runs.hits.map(({ id: run }) => run)).toContain(cell.id);
  });

  it("is read page by page, each hit once", async () => {
    for (let index = 0; index < 7; index += 1) await make(lab, `zebra ${index}`);
    const page = (cursor: string | null) =>
      searchOne(
        lab.grant,
        searchPageInput.parse({ lab: lab.slug, text: "zebra", kind: "model", limit: 3, cursor }),
      );
    const seen: string[] = [];
    for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
      const { rows, nextCursor, total } = await page(cursor);
      expect(total).toBe(7);
      seen.push(...rows.map(({ name }) => name));
      cursor = nextCursor;
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
    await expect(page("x")).rejects.toMatchObject({ details: { code: "invalid" } });
  });

  it("finds a comment by what it says, and leads to where it stands", async () => {
    const { comment } = await makeThread(lab);
    const [{ hits }] = await find("so slow", { kinds: ["comment"] });
    expect(hits).toMatchObject([
      {
        id: comment,
        name: expect.stringMatching(/^owner on model \d+$/),
        href: expect.stringContaining(`?comment=${comment}`),
        snippet: { text: "Why is this so slow?" },
      },
    ]);
    expect(
      (await search(elsewhere.grant, searchInput.parse({ lab: "elsewhere", text: "slow" }))).groups,
    ).toEqual([]);
  });

  it("reads the notes of a model as they stand now, and shows where", async () => {
    const { id, name } = await make(lab, "annotated");
    const write = (basedOn: number, text: string | null, aside: string | null = null) =>
      saveNotes(lab.grant, { modelId: id, basedOn, text, aside });
    await write(0, "Fitted to wombats.");
    await write(1, "Fitted to **echidnas**, which lick rarely.", "Fitted to numbats.");
    const [{ hits }] = await find("echidnas");
    expect(hits).toMatchObject([
      { id, name, snippet: { text: expect.stringContaining("which lick rarely") } },
    ]);
    expect(await find("wombats")).toEqual([]);
    expect(await find("numbats")).toEqual([]);
  });

  it("reads why a version of a paradigm was made, and what a dashboard says", async () => {
    const paradigm = await makeParadigm(lab);
    const { spec } = paradigm.latest;
    await saveVersion(lab.grant, { paradigmId: paradigm.id, basedOn: 1, spec, notes: "for the bandicoots" });
    expect(await find("bandicoots")).toMatchObject([
      {
        kind: "paradigm",
        hits: [{ id: paradigm.id, snippet: { text: expect.stringContaining("bandicoots") } }],
      },
    ]);
    const text: Panel = {
      ...{ id: "why", title: "", place: { x: 0, w: 6, h: 2 }, bind: {} },
      content: { kind: "text", text: "Compare the **potoroos** first." },
    };
    const document = { panels: [text], variables: [], references: [] };
    const { id } = await createDashboard(lab.grant, { name: "says something", document });
    await createDashboard(lab.grant, { name: "says nothing", document: { ...document, panels: [] } });
    expect(await find("potoroos")).toMatchObject([
      { kind: "dashboard", hits: [{ id, snippet: { text: expect.stringContaining("potoroos") } }] },
    ]);
    expect(await find("says nothing")).toMatchObject([{ kind: "dashboard", total: 1 }]);
  });

  it("leaves out what is in the trash", async () => {
    const { id } = await make(lab, "ephemeral");
    await putInTrash(lab.grant, { kind: "model", id });
    expect(await names("ephemeral")).toEqual([]);
  });
});

describe("tags", () => {
  it("are added and taken away one by one, and found", async () => {
    const { id, name } = await makeModel(lab);
    const ref = { kind: "model" as const, id };
    await Promise.all([
      tagObject(lab.grant, ref, { add: ["Draft"], remove: [] }),
      tagObject(lab.grant, ref, { add: ["to read"], remove: [] }),
    ]);
    expect((await tagObject(lab.grant, ref, { add: ["draft"], remove: ["TO READ"] })).tags).toEqual([
      "Draft",
    ]);
    const found = (await find("", { tag: "Draft" })).flatMap(({ hits }) => hits);
    expect(found).toMatchObject([{ id, name, tags: ["Draft"] }]);
    expect(await listTags(lab.grant, { text: "dra", limit: 5 })).toEqual([{ tag: "Draft", count: 1 }]);
  });

  it("are at most twenty", async () => {
    const ref = { kind: "model" as const, id: (await makeModel(lab)).id };
    const add = Array.from({ length: 20 }, (_, index) => `t${index}`);
    await tagObject(lab.grant, ref, { add, remove: [] });
    await expect(tagObject(lab.grant, ref, { add: ["one more"], remove: [] })).rejects.toMatchObject({
      details: { code: "refused" },
    });
  });
});

describe("a name", () => {
  it("is changed, says what it was, and is taken once", async () => {
    const [one, other] = [await makeModel(lab), await makeModel(lab)];
    const ref = { kind: "model" as const, id: one.id };
    expect(await renameObject(lab.grant, ref, "Renamed")).toMatchObject({ before: one.name });
    expect(await names("renamed")).toEqual(["Renamed"]);
    await expect(renameObject(lab.grant, ref, other.name)).rejects.toMatchObject({
      details: { code: "conflict", where: "name" },
    });
  });
});

describe("what was opened last", () => {
  it("comes first, once each, for the person alone", async () => {
    const grantOf = (member: "owner" | "editor") =>
      labGrant({
        ...{ labId: lab.id, labSlug: lab.slug, userId: lab.members[member].id, role: member },
        permission: "lab:read",
      });
    const [first, second] = [await makeModel(lab), await makeModel(lab)];
    const opened = async (id: string) => visit(grantOf("owner"), { kind: "model", id });
    await opened(first.id);
    await opened(second.id);
    await opened(first.id);
    expect((await listRecent(grantOf("owner"))).map(({ name }) => name)).toEqual([first.name, second.name]);
    expect(await listRecent(grantOf("editor"))).toEqual([]);
    await expect(opened("never-was")).rejects.toMatchObject({ details: { code: "not-found" } });
  });
});
