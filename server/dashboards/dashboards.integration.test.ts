import { beforeAll, describe, expect, it } from "vitest";
import { dashboardDocument, type DashboardDocument } from "../../contracts/dashboard";
import { panelKinds } from "../../contracts/dashboard-panel";
import { makeDashboard } from "../access/rows/dashboards";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { db } from "../db";
import * as dashboards from "./service";

let lab: LabFixture;
beforeAll(async () => {
  lab = await makeLab("arranging");
});

const view = (id: string, values = "", version: number | "draft" | null = null) =>
  dashboards.viewDashboard(lab.grant, { id, version, values });
const draftOf = (id: string) => dashboards.getDraft(lab.grant, id);
const retitled = (document: DashboardDocument, title: string): DashboardDocument => ({
  ...document,
  panels: document.panels.map((panel, index) => (index === 0 ? { ...panel, title } : panel)),
});

describe("a dashboard", () => {
  it("gives the data of a panel of every kind in one answer", async () => {
    const { id } = await makeDashboard(lab);
    const { data, document, version } = await view(id);
    expect(document.panels.map(({ id }) => data[id].kind)).toEqual(
      document.panels.map(({ content }) => content.kind),
    );
    expect(new Set(document.panels.map(({ content }) => content.kind))).toEqual(new Set(panelKinds));
    expect(version).toMatchObject({ number: 1, panels: 6 });
    expect(data["panel-3"]).toMatchObject({ recorded: null, reason: "The run waits for a worker." });
    expect(data["panel-4"]).toMatchObject({
      subjects: 1,
      licence: "CC0-1.0",
      groups: [{ subjects: 1, trials: 1 }],
    });
  });

  it("gives the data of a part of its panels, and says of all where they stand", async () => {
    const { id } = await makeDashboard(lab);
    const asked = { id, version: null, values: "" };
    const { data, document } = await dashboards.viewDashboard(lab.grant, {
      ...asked,
      part: { from: 4, to: 9 },
    });
    expect(Object.keys(data)).toEqual(["panel-4", "panel-5"]);
    expect(document.panels).toHaveLength(6);
    const { data: none } = await dashboards.viewDashboard(lab.grant, { ...asked, part: { from: 6, to: 12 } });
    expect(none).toEqual({});
  });

  it("lets variables set what panels ask for", async () => {
    const { id } = await makeDashboard(lab);
    const { document, revision } = await draftOf(id);
    const bound = dashboardDocument.parse({
      ...document,
      variables: [
        { kind: "measure", name: "measure", title: "Measure", value: "prepLick" },
        { kind: "window", name: "window", title: "Trials", value: { from: 1, to: 5 } },
      ],
      panels: document.panels.map((panel) =>
        ["chart", "table"].includes(panel.content.kind)
          ? { ...panel, bind: { measure: "measure", window: "window" } }
          : panel,
      ),
    });
    await dashboards.saveDraft(lab.grant, { id, revision, document: bound });
    const measuresOf = (data: Awaited<ReturnType<typeof view>>["data"]) => {
      const [chart, table] = [data["panel-0"], data["panel-1"]];
      if (chart.kind !== "chart" || table.kind !== "table") throw new Error("other kinds");
      return [
        ...chart.panels.map(({ key }) => key.split("@")[0]),
        ...new Set(table.rows.map(({ measure }) => measure)),
        table.trials,
      ];
    };
    expect(measuresOf((await view(id, "", "draft")).data)).toEqual([
      "curve:prepLick",
      "prepLick",
      { from: 1, to: 5 },
    ]);
    const asked = "v.measure=latency&v.window=2-3";
    expect(measuresOf((await view(id, asked, "draft")).data)).toEqual([
      "curve:latency",
      "latency",
      { from: 2, to: 3 },
    ]);
    const nonsense = "v.measure=&v.window=wide&v.other=x";
    expect(measuresOf((await view(id, nonsense, "draft")).data)).toEqual([
      "curve:prepLick",
      "prepLick",
      { from: 1, to: 5 },
    ]);
  });

  it("stands with what is left when a comparison of its is gone, and can still be edited", async () => {
    const { id } = await makeDashboard(lab);
    const { document, revision } = await draftOf(id);
    const [, { content }] = document.panels;
    if (content.kind !== "table" || content.source.from !== "comparison") throw new Error("another document");
    await db().comparison.delete({ where: { id: content.source.comparison } });
    const { data } = await view(id);
    expect(data["panel-1"]).toMatchObject({
      kind: "problem",
      what: expect.stringContaining("There is no comparison"),
    });
    expect(data["panel-0"].kind).toBe("chart");
    await dashboards.saveDraft(lab.grant, { id, revision, document: retitled(document, "kept") });
    expect((await draftOf(id)).document.panels[0].title).toBe("kept");
  });

  it("answers another lab's ids in panels as if they had never been", async () => {
    const other = await makeLab("elsewhere");
    const { id } = await makeDashboard(other);
    const { document } = await dashboards.getDraft(other.grant, id);
    const asked = document.panels.map(({ id, content }) => ({ id, content }));
    const foreign = await dashboards.readPanels(lab.grant, { panels: asked });
    for (const [panel, { content }] of Object.entries(foreign).map(
      ([key, one]) => [one, asked.find(({ id }) => id === key)!] as const,
    ))
      expect(panel.kind).toBe(content.kind === "text" ? "text" : "problem");
    const ids = JSON.stringify(asked).matchAll(/"(?:experiment|model|comparison|version)":"([^"]+)"/g);
    let never = JSON.stringify(asked);
    let said = JSON.stringify(foreign);
    for (const [, one] of ids) {
      never = never.replaceAll(`"${one}"`, '"never-was"');
      said = said.replaceAll(`\\"${one}\\"`, '\\"never-was\\"');
    }
    expect(JSON.parse(said)).toEqual(await dashboards.readPanels(lab.grant, { panels: JSON.parse(never) }));
  });
});

describe("drafts and versions", () => {
  it("refuse whoever did not see the newest draft, and keep it", async () => {
    const { id, draft } = await makeDashboard(lab);
    expect(draft).toMatchObject({ revision: 1, differs: false });
    const { document } = await draftOf(id);
    const mine = await dashboards.saveDraft(lab.grant, {
      id,
      revision: 1,
      document: retitled(document, "mine"),
    });
    expect(mine.revision).toBe(2);
    const theirs = { id, revision: 1, document: retitled(document, "theirs") };
    await expect(dashboards.saveDraft(lab.grant, theirs)).rejects.toThrow("Somebody changed");
    await expect(dashboards.saveVersion(lab.grant, { id, revision: 1, message: "" })).rejects.toThrow(
      "Somebody",
    );
    expect((await draftOf(id)).document.panels[0].title).toBe("mine");
  });

  it("are numbered one after the other, whoever saves at the same time", async () => {
    const { id } = await makeDashboard(lab);
    const saves = await Promise.allSettled(
      Array.from({ length: 4 }, (_, index) =>
        dashboards.saveVersion(lab.grant, { id, revision: 1, message: `${index}` }),
      ),
    );
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { rows } = await dashboards.getHistory(lab.grant, id, { limit: 50 });
    expect(rows.map(({ number }) => number)).toEqual([2, 1]);
  });

  it("come back as they were, and what was in the draft is a version, too", async () => {
    const { id } = await makeDashboard(lab);
    const first = (await draftOf(id)).document;
    await dashboards.saveDraft(lab.grant, { id, revision: 1, document: retitled(first, "second") });
    await dashboards.saveVersion(lab.grant, { id, revision: 2, message: "a title" });
    await dashboards.saveDraft(lab.grant, { id, revision: 3, document: retitled(first, "not saved") });
    const restored = await dashboards.restoreVersion(lab.grant, { id, number: 1, revision: 4 });
    expect(restored).toMatchObject({
      latest: { number: 4, message: "Version 1 again" },
      draft: { differs: false },
    });
    const titles = await Promise.all(
      [1, 2, 3, 4].map(async (n) => (await dashboards.getVersion(lab.grant, id, n)).document.panels[0].title),
    );
    expect(titles).toEqual(["", "second", "not saved", ""]);
    expect((await draftOf(id)).document).toEqual(first);
    await expect(dashboards.restoreVersion(lab.grant, { id, number: 9, revision: 5 })).rejects.toThrow(
      "There is no version",
    );
  });

  it("never change once they are written", async () => {
    const { id } = await makeDashboard(lab);
    await expect(
      db().dashboardVersion.updateMany({ where: { dashboardId: id }, data: { message: "other" } }),
    ).rejects.toThrow("immutable");
  });
});
