import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { comparisonState, type GroupRef } from "../../contracts/comparison";
import { dashboardDocument } from "../../contracts/dashboard";
import { describeSubject } from "../../engine/subject";
import { computeQueued, scenario } from "../../worker/testing/scenario";
import { makeDataset } from "../access/rows/datasets";
import { enterLab } from "../access/enter-lab";
import { callRoute } from "../access/testing/call-route";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { createDashboard } from "../dashboards/service";
import { db } from "../db";
import { launchExperiment } from "../experiments/service";
import * as publications from "./service";

let lab: LabFixture;
let id: string;
let address: string;
beforeAll(async () => {
  lab = await makeLab("publishing");
  const base = await scenario(lab.slug);
  const subjects = [0, 1].map((index) => describeSubject(index));
  const arms = ["control", "stimLick+"];
  const { id: experiment } = await launchExperiment(base.grant, base.wanted({ arms, subjects }));
  const [model] = base.wanted().modelVersionIds;
  await computeQueued(base.grant);
  const groups = arms.map((arm): GroupRef => ({ kind: "simulation", experiment, model, arm }));
  const state = comparisonState.parse({ groups, block: 20, trials: { from: 1, to: 10 } });
  const source = { from: "state" as const, state };
  const run = { experiment, model, arm: "stimLick+", subject: "p1 r201", repetition: 0 };
  const panels = Object.entries({
    curve: { kind: "chart", source, figure: "curve:prepLick" },
    traces: { kind: "traces", source, signal: "dopamine" },
    table: { kind: "table", source, measures: null, trials: null },
    raster: { kind: "run", run, show: { as: "raster" } },
    map: { kind: "run", run, show: { as: "heat-map", type: "cued" } },
    series: { kind: "run", run, show: { as: "curve", measure: "prepLick" } },
    recording: { kind: "dataset", version: (await makeDataset(lab)).id },
    words: { kind: "text", text: "# Words\n\n$\\tau = 1$ <script>alert(1)</script> [@one]" },
  });
  const document = dashboardDocument.parse({
    panels: panels.map(([panel, content], index) => ({
      ...{ id: panel, title: "", place: { x: index % 2 === 0 ? 0 : 6, w: 6, h: 2 }, content },
      bind: panel === "curve" ? { measure: "measure" } : {},
    })),
    variables: [{ kind: "measure", name: "measure", title: "Measure", value: "prepLick" }],
    references: [
      { key: "one", authors: "Ada", year: "1843", title: "Notes", container: "", doi: "", url: "" },
    ],
  });
  const { id: dashboard } = await createDashboard(lab.grant, { name: "Board", document });
  ({ id, address } = await publications.publish(lab.grant, {
    ...{ publication: null, dashboard, version: 1, options: { measure: ["latency"] } },
    ...{ title: "What <we> found", abstract: "In short", notes: "First", licence: "CC-BY-4.0" },
    authors: [{ name: "Ada Lovelace", orcid: "0000-0002-1825-0097", affiliation: "London" }],
  }));
}, 60_000);

const get = (file: string, params: Record<string, string>, query = "", headers = {}) =>
  callRoute(
    { file: `app/${file}/route.ts`, method: "GET" },
    new Request(`http://localhost/${file.replace(/\[(\w+)\]/g, (_, name) => params[name])}${query}`, {
      headers,
    }),
    null,
    params,
  );
const page = (query = "", headers = {}) => get("p/[address]", { address }, query, headers);
const figure = (file: string) => get("p/[address]/v/[number]/figures/[file]", { address, number: "1", file });
const data = (file: string) => get("p/[address]/v/[number]/data/[file]", { address, number: "1", file });

describe("the page of a publication", () => {
  it("is at one address: other ways of writing its number lead nowhere", async () => {
    const status = async (number: string) =>
      (await get("p/[address]/v/[number]", { address, number })).status;
    expect(await status("1")).toBe(200);
    for (const number of [
      "01",
      "1.0",
      "1e0",
      "0x1",
      " 1",
      "0",
      "-1",
      "2147483648",
      "99999999999999999999",
      "",
    ])
      expect(await status(number), number).toBe(404);
  });

  it("says everything to whoever has the address, and runs nothing", async () => {
    const response = await page();
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    for (const words of ["What &lt;we&gt; found", "Ada Lovelace", "In short", "over 2 agents", "<math"])
      expect(text).toContain(words);
    expect(text).not.toMatch(/<script|style=| on\w+="/);
    expect(text.match(/<svg /g)?.length).toBeGreaterThanOrEqual(10);
    expect(text).not.toContain("NaN");
    expect(text).toContain('href="#ref-1"');
  });

  it("shows another frozen setting by its address", async () => {
    const text = await (await page("?v.measure=latency")).text();
    expect(text).toContain("Collection latency</b>");
    expect(text).toContain(`href="/p/${address}">`);
    // what was not frozen opens as the dashboard does
    expect(await (await page("?v.measure=rewDA")).text()).toContain(`<b aria-current="true">Preparatory`);
  });

  it("is not sent again while nothing has changed", async () => {
    const etag = (await page()).headers.get("etag")!;
    expect((await page("", { "if-none-match": etag })).status).toBe(304);
  });

  it("gives figures as vectors, numbers with what they mean, and panels for frames", async () => {
    for (const panel of ["curve", "traces", "raster", "map", "series"]) {
      const svg = await figure(`${panel}.svg`);
      expect(svg.headers.get("content-type")).toBe("image/svg+xml");
      expect(await svg.text()).not.toMatch(/NaN|undefined|var\(/);
      const pdf = Buffer.from(await (await figure(`${panel}.pdf`)).arrayBuffer());
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      expect((await data(`${panel}.csv`)).status).toBe(200);
    }
    const csv = await (await data("curve.csv")).text();
    const [head, ...rows] = csv.trim().split("\r\n");
    const means = rows.filter((row) => row.split(",")[7] === "");
    expect(head).toContain("subject,n,value,sd,sem,ci95_low");
    expect(means.every((row) => row.split(",")[8] === "2")).toBe(true);
    expect(await (await data("curve.dictionary.csv")).text()).toContain("curve.csv,value,number,see unit");
    const parquet = Buffer.from(await (await data("table.parquet")).arrayBuffer());
    expect(parquet.subarray(0, 4).toString()).toBe("PAR1");
    const framed = await get("embed/[address]/[number]/[panel]", { address, number: "1", panel: "curve" });
    expect(framed.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(framed.headers.get("x-frame-options")).toBeNull();
    expect(await framed.text()).toContain(`/p/${address}/v/1#panel-curve`);
  });

  it("answers for what never was as for what is not in it", async () => {
    expect((await get("p/[address]", { address: "aaaaaaaaaaaa" })).status).toBe(404);
    expect((await figure("words.svg")).status).toBe(404);
    expect((await figure("../../x.svg")).status).toBe(404);
    expect((await data("none.csv")).status).toBe(404);
    const version = await get("p/[address]/v/[number]", { address, number: "7" });
    expect(version.status).toBe(404);
  });

  it("has an archive with a page for every setting, linked to each other and to nobody", async () => {
    const response = await get("p/[address]/v/[number]/[file]", {
      ...{ address, number: "1", file: "archive-small.zip" },
    });
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const page = (name: string) => Buffer.from(files[name]).toString();
    expect(page("index.html")).toContain('href="settings/2.html"');
    expect(page("index.html")).toContain("Preparatory lick rate</b>");
    expect(page("settings/2.html")).toContain('href="../index.html"');
    expect(page("settings/2.html")).toContain("Collection latency</b>");
    expect(Object.keys(files).filter((name) => name.endsWith(".html"))).toHaveLength(2);
  });

  it("tells readers who withdrew since, also those whose browser kept the page", async () => {
    const before = (await page()).headers.get("etag");
    const orcid = "0000-0002-1825-0097";
    await db().user.update({ where: { id: lab.members.viewer.id }, data: { orcid } });
    await publications.setWish(await enterLab(lab.members.viewer.id, lab.slug, "publication:read"), false);
    const response = await page("", { "if-none-match": before! });
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/An author withdrew on \d{4}-/);
    await publications.setWish(await enterLab(lab.members.viewer.id, lab.slug, "publication:read"), true);
    expect((await page("", { "if-none-match": before! })).status).toBe(304);
  });

  it("leaves a tombstone, and nothing else", async () => {
    await publications.withdraw(lab.grant, { id, reason: "A wrong arm" });
    const response = await page();
    expect(response.status).toBe(410);
    const text = await response.text();
    expect(text).toContain("A wrong arm");
    expect(text).not.toContain("In short");
    expect((await figure("curve.svg")).status).toBe(410);
    expect((await data("curve.csv")).status).toBe(410);
    await publications.restore(lab.grant, id);
    expect((await page()).status).toBe(200);
  });
});
