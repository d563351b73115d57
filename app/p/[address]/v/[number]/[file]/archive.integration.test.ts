import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { reproduceArchive } from "../../../../../../cli/reproduce";
import { openArchive } from "../../../../../../cli/reproduce/archive";
import { comparisonState } from "../../../../../../contracts/comparison";
import { dashboardDocument } from "../../../../../../contracts/dashboard";
import { describeSubject } from "../../../../../../engine/subject";
import { makeLab } from "../../../../../../server/access/testing/lab-fixture";
import { saveComparison } from "../../../../../../server/comparisons/service";
import { createDashboard } from "../../../../../../server/dashboards/service";
import { launchExperiment } from "../../../../../../server/experiments/service";
import { publish, withdraw } from "../../../../../../server/publications/service";
import { computeQueued, scenario } from "../../../../../../worker/testing/scenario";
import { derivedOf } from "../../../../_publication/derived";
import { opened } from "../../../../_publication/open";
import { GET as newest } from "../../../archive.zip/route";
import { GET } from "./route";

const folder = mkdtempSync(path.join(tmpdir(), "phasic-archive-route-"));
afterAll(() => rmSync(folder, { recursive: true }));

let id: string;
let address: string;
let lab: Awaited<ReturnType<typeof makeLab>>;
beforeAll(async () => {
  lab = await makeLab("archiving");
  const { grant, wanted } = await scenario(lab.slug);
  const subjects = [describeSubject(0), describeSubject(1)];
  const asked = wanted({ arms: ["control", "stimLick+"], subjects, trials: 30 });
  const { id: experiment } = await launchExperiment(grant, asked);
  await computeQueued(grant);
  const group = {
    kind: "simulation" as const,
    experiment,
    model: asked.modelVersionIds[0],
    arm: "stimLick+",
  };
  const state = comparisonState.parse({ groups: [group], block: 20, trials: { from: 1, to: 30 } });
  const { id: comparison } = await saveComparison(grant, { name: "One", notes: "", state });
  const source = { from: "comparison", comparison };
  const panel = (key: string, content: object) => ({
    ...{ id: key, title: "", place: { x: 0, w: 6, h: 2 }, bind: {}, content },
  });
  const { id: dashboard } = await createDashboard(grant, {
    name: "Board",
    document: dashboardDocument.parse({
      ...{ variables: [], references: [] },
      panels: [
        panel("curve", { kind: "chart", source, figure: "curve:prepLick" }),
        panel("difference", { kind: "chart", source, figure: "difference:prepLick" }),
        panel("traces", { kind: "traces", source, signal: "dopamine" }),
        panel("table", { kind: "table", source, measures: null, trials: null }),
        panel("words", { kind: "text", text: "With **words** and $x$" }),
      ],
    }),
  });
  const summary = await publish(grant, {
    ...{
      publication: null,
      dashboard,
      version: 1,
      options: {},
      title: "What we found",
      abstract: "",
      notes: "",
    },
    ...{ licence: "CC-BY-4.0", authors: [{ name: "Ada Lovelace", orcid: null, affiliation: "" }] },
  });
  ({ id, address } = summary);
}, 60_000);

const get = (file: string) =>
  GET(new Request(`http://127.0.0.1/p/${address}/v/1/${file}`), {
    params: Promise.resolve({ address, number: "1", file }),
  });
const zipped = async (name: string) => {
  const response = await get(name);
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  writeFileSync(path.join(folder, name), bytes);
  return bytes;
};

it("an archive holds everything of the version, is equal each time, and reproduces exactly", async () => {
  const bytes = await zipped("archive.zip");
  expect(Buffer.from(await zipped("archive.zip")).equals(bytes)).toBe(true);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      ...["ro-crate-metadata.json", "manifest.json", "index.html", "methods.md", "cite.bib", "CITATION.cff"],
      ...[
        "figures/curve.svg",
        "data/curve.csv",
        "data/curve.parquet",
        "data/curve.dictionary.csv",
        "data/table.csv",
      ],
    ]),
  );
  const archive = await openArchive(path.join(folder, "archive.zip"));
  const said: string[] = [];
  const exact = await reproduceArchive(archive, { threads: 1, say: (line) => said.push(line) });
  archive.close();
  expect(said.join("\n")).toMatch(/exact match: 4 of 4 runs\npanels: [\d,]+ numbers of 4 panels/);
  expect(exact).toBe(true);
}, 60_000);

it("what an archive takes seconds to make is made once, however many ask at a time", async () => {
  const files: ReturnType<typeof derivedOf>[] = [];
  const ask = () =>
    opened(
      new Request(`http://127.0.0.1/p/${address}/v/1/archive-small.zip`),
      { address, number: "1" },
      async (one) => {
        files.push(derivedOf(one));
        return new Response(null);
      },
      { remember: false },
    );
  await Promise.all([ask(), ask()]);
  expect(files).toHaveLength(2);
  expect(files[0]).toBe(files[1]);
});

it("the small archive reproduces too, without the results in it", async () => {
  const files = Object.keys(unzipSync(await zipped("archive-small.zip")));
  expect(files.some((name) => name.endsWith(".bin"))).toBe(false);
  const archive = await openArchive(path.join(folder, "archive-small.zip"));
  expect(archive.altered).toEqual([]);
  archive.close();
});

it("the page in it asks nobody for anything", async () => {
  const page = Buffer.from(unzipSync(await zipped("archive-small.zip"))["index.html"]).toString();
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:`);
  expect(
    /<script|<link|<iframe|<img [^>]*src="(?!data:)|url\((?!["']?(data:|#))|@import/i.exec(page),
  ).toBeNull();
  expect(page).toContain("<svg");
});

it("gives citations and methods as files, names no DOI of its own, and finds the newest version", async () => {
  for (const file of ["cite.bib", "cite.ris", "CITATION.cff"]) {
    const text = await (await get(file)).text();
    expect(text).toContain(`/p/${address}/v/1`);
    expect(text.toLowerCase()).not.toMatch(/\bdoi\b/);
  }
  expect(await (await get("methods.md")).text()).toContain("N = 2 simulated subjects");
  expect((await get("nothing.txt")).status).toBe(404);
  const request = new Request(`http://127.0.0.1/p/${address}/archive.zip`);
  const found = await newest(request, { params: Promise.resolve({ address }) });
  expect(found.headers.get("location")).toBe(`/p/${address}/v/1/archive.zip`);
});

it("gives nothing any more once it is withdrawn", async () => {
  await withdraw(lab.grant, { id, reason: "A mistake" });
  for (const file of ["archive.zip", "archive-small.zip", "cite.bib", "methods.md"])
    expect((await get(file)).status).toBe(410);
});
