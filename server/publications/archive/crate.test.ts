import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { ROCrate } from "ro-crate";
import { beforeAll, describe, expect, it } from "vitest";
import { methodsOf } from "../methods/methods";
import { type Made, makePublication, sha256, writeArchive } from "../testing/publication";

type Entity = Record<string, unknown> & { readonly "@id": string; readonly "@type": string[] };
let made: Made;
let files: Record<string, Uint8Array>;
let crate: ROCrate;
beforeAll(async () => {
  made = makePublication();
  const folder = mkdtempSync(path.join(tmpdir(), "phasic-crate-"));
  const file = path.join(folder, "archive.zip");
  await writeArchive(file, made);
  files = unzipSync(readFileSync(file));
  rmSync(folder, { recursive: true });
  const metadata = JSON.parse(Buffer.from(files["ro-crate-metadata.json"]).toString());
  crate = new ROCrate(metadata, { array: true, link: true });
}, 60_000);
const all = (type: string) =>
  [...crate.entities()].filter((entity) => (entity as Entity)["@type"].includes(type)) as Entity[];
const ids = (value: unknown) => (value as Entity[]).map(({ "@id": id }) => id);

describe("the crate", () => {
  it("uses only words of its context, and points only at what it describes", () => {
    const known = new Set(Object.keys(contextOf()));
    const described = new Set([...crate.entities()].map((entity) => (entity as Entity)["@id"]));
    for (const entity of crate.entities() as Iterable<Entity>)
      for (const [name, value] of Object.entries(entity)) {
        if (name.startsWith("@")) continue;
        expect(known.has(name) || name === "sha256", name).toBe(true);
        for (const one of Array.isArray(value) ? value : [value])
          if (one && typeof one === "object" && "@id" in one && !/^https?:/.test(one["@id"]))
            expect(described, `${entity["@id"]} ${name}`).toContain(one["@id"]);
      }
  });

  it("describes every file with its own hash", () => {
    const paths = Object.keys(files).filter((name) => name !== "ro-crate-metadata.json");
    expect(ids((crate.rootDataset as unknown as Entity).hasPart).sort()).toEqual(paths.sort());
    for (const name of paths)
      expect((crate.getEntity(name) as unknown as Entity).sha256).toEqual([sha256(files[name])]);
  });

  it("has every run as an action: the model its instrument, task and parameters its object, its columns the result", () => {
    const runs = all("CreateAction").filter(({ "@id": id }) => id.startsWith("#run-"));
    expect(runs).toHaveLength(made.manifest.runs.length);
    for (const run of runs) {
      expect(ids(run.instrument)).toEqual(["#model-model"]);
      expect(ids(run.object)).toContain("#paradigm-paradigm");
      expect(ids(run.object).some((id) => id.startsWith("#seed-"))).toBe(true);
      expect(ids(run.result)).toHaveLength(6);
      for (const id of ids(run.result)) expect(files).toHaveProperty([id]);
    }
    expect(ids((crate.rootDataset as unknown as Entity).mainEntity)).toEqual(["manifest.json"]);
    expect((crate.getEntity("manifest.json") as unknown as Entity)["@type"]).toContain(
      "ComputationalWorkflow",
    );
  });
});

describe("the methods", () => {
  it("say engine, theory with units, task, seeds, N with its replicate, and what bands and intervals are", () => {
    const { panels } = made.manifest.settings[0];
    const data = Object.values(panels).map((hash) =>
      JSON.parse(Buffer.from(made.parts.get(hash)!).toString()),
    );
    const text = methodsOf(made.manifest, data);
    expect(text).toContain(`version \`${made.manifest.engineVersions[0]}\``);
    expect(text).toContain(
      "N = 2 simulated subjects per group (replicate: agents), 2 repetitions of each, 8 runs of 40 training trials",
    );
    expect(text).toMatch(/Seed 1;/);
    expect(text).toMatch(/cue from 100 to 600 ms, reward at 1600 ms/);
    expect(text).toMatch(/\| Discount.*\| `gamma` \| [\d.]+ \| /);
    expect(text).toContain("Bands are the standard error of the mean over subjects, or the 95 % interval");
    expect(text).toContain("Student t, 1 degree of freedom");
    expect(text).toContain("Cohen's d\\_av");
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});

/** The crate's own context, as its library ships it. */
function contextOf(): Record<string, unknown> {
  const require = createRequire(import.meta.url);
  return (require("ro-crate/lib/context.json") as { "@context": Record<string, unknown> })["@context"];
}
