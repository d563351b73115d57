import { strFromU8, unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DatasetVersion } from "../../../contracts/dataset";
import { datasetSelection, type DatasetSelection } from "../../../contracts/export";
import type { RecordingPart } from "../../../contracts/recording";
import { readRecording } from "../../../formats/read";
import { type LabFixture, makeLab } from "../../access/testing/lab-fixture";
import { readHere } from "../../testing/read-here";
import * as datasets from "../service";

const folder = mkdtempSync(path.join(tmpdir(), "phasic-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let lab: LabFixture;
let version: DatasetVersion;
beforeAll(async () => {
  lab = await makeLab("exporting");
  const { id } = await datasets.ensureBundledRecording(lab.grant);
  await datasets.runImport(id, readHere);
  version = await datasets.getVersion(lab.grant, id);
});

async function exported(selection: Partial<DatasetSelection> & Pick<DatasetSelection, "format">) {
  const { bytes } = await datasets.exportDataset(lab.grant, version.id, datasetSelection.parse(selection));
  return unzipSync(new Uint8Array(await new Response(bytes).arrayBuffer()));
}
type Row = Record<string, string>;
const csv = (bytes: Uint8Array) =>
  Papa.parse<Row>(strFromU8(bytes), { header: true, skipEmptyLines: true }).data;

/** Every sample of the version as it is stored, by subject, session, trial and position. */
async function storedSamples() {
  const found = new Map<string, number>();
  const { subjects } = await datasets.getDataset(lab.grant, version.datasetId);
  for (const { name: subject, sessions } of subjects)
    for (const { index: session } of sessions) {
      const data = (await datasets.sessionData(lab.grant, { versionId: version.id, subject, session }))!;
      for (const { name } of version.signals)
        for await (const { trials, samples } of datasets.samplesOf(lab.grant, data.id, name)) {
          const width = samples.length / trials!.length;
          samples.forEach((value, i) =>
            found.set(`${subject} ${session} ${trials![Math.floor(i / width)]} ${i % width}`, value),
          );
        }
    }
  return found;
}

describe("a dataset as CSV", () => {
  it("holds every sample and number of every trial, with a dictionary and where it is from", async () => {
    const files = await exported({ format: "csv" });
    const stored = await storedSamples();
    const samples = csv(files["samples.csv"]);
    expect(stored.size).toBe(580 * 112);
    expect(samples).toHaveLength(stored.size);
    for (const { subject, session, trial, sample, value } of samples) {
      const expected = stored.get(`${subject} ${session} ${trial} ${sample}`)!;
      if (Math.fround(Number(value || NaN)) !== expected && !Number.isNaN(expected))
        expect(value, `${subject} ${session} ${trial} ${sample}`).toBe(String(expected));
    }
    expect(samples[50]).toMatchObject({ sample: "50", time: "0" });
    const trials = csv(files["trials.csv"]);
    expect(trials).toHaveLength(580);
    expect(Number(trials[1].iri)).toBeGreaterThan(0);
    const dictionary = csv(files["dictionary.csv"]);
    for (const name of Object.keys(files).filter((one) => one.endsWith(".csv") && one !== "dictionary.csv"))
      for (const column of strFromU8(files[name]).split("\r\n")[0].split(","))
        expect(
          dictionary.find((row) => row.file === name && row.column === column)?.meaning,
          `${name} ${column}`,
        ).toBeTruthy();
    expect(strFromU8(files["README.txt"])).toContain("N: 8 mice");
    expect(JSON.parse(strFromU8(files["dataset.json"]))).toMatchObject({
      ...{ contentHash: version.contentHash, licence: "CC0-1.0" },
      contains: { subjects: 8, signals: [version.signals[0].name] },
    });
  });

  it("of one animal holds that animal, and says of how many", async () => {
    const [{ subject }] = csv((await exported({ format: "csv", samples: false }))["subjects.csv"]);
    const files = await exported({ format: "csv", subjects: [subject], samples: false });
    expect(new Set(csv(files["trials.csv"]).map((row) => row.subject))).toEqual(new Set([subject]));
    expect(Object.keys(files)).not.toContain("samples.csv");
    expect(strFromU8(files["README.txt"])).toContain("N: 1 of 8 mice");
    await expect(exported({ format: "csv", subjects: ["nobody"] })).rejects.toThrow('no subject "nobody"');
    await expect(exported({ format: "csv", signals: ["nothing"] })).rejects.toThrow('no signal "nothing"');
  });
});

it("as Parquet holds the same numbers", async () => {
  const files = await exported({ format: "parquet" });
  const rows = await parquetReadObjects({ file: new Uint8Array(files["samples.parquet"]).buffer });
  const stored = await storedSamples();
  expect(rows).toHaveLength(stored.size);
  for (const { subject, session, trial, sample, value } of rows) {
    const expected = stored.get(`${subject} ${session} ${trial} ${sample}`)!;
    if (value !== expected) expect(value).toBe(Number.isNaN(expected) ? null : expected);
  }
});

it("as NWB is a file per session, which the importer reads back to equal values", async () => {
  const files = await exported({ format: "nwb" });
  const stored = await storedSamples();
  const names = Object.keys(files).filter((name) => name.endsWith(".nwb"));
  expect(names).toHaveLength(version.sessions);
  let [samples, trials] = [0, 0];
  for (const name of names) {
    const file = path.join(folder, path.basename(name));
    writeFileSync(file, files[name]);
    for await (const part of readRecording(file)) {
      if (part.kind === "trials") trials += part.trials.length;
      if (part.kind === "source")
        expect(part).toMatchObject({ licence: "CC0-1.0", citation: version.citation });
      if (part.kind === "measures") expect(part.measures.map(({ id }) => id)).toContain("iri");
      if (part.kind === "samples") samples += checked(part, stored);
    }
    rmSync(file);
  }
  expect([trials, samples]).toEqual([580, stored.size]);
});

function checked(
  part: Extract<RecordingPart, { kind: "samples" }>,
  stored: ReadonlyMap<string, number>,
): number {
  const width = part.samples.length / part.trials!.length;
  part.samples.forEach((value, i) => {
    const key = `${part.subject} ${part.session} ${part.trials![Math.floor(i / width)]} ${i % width}`;
    if (!Object.is(value, stored.get(key))) expect(value, key).toBe(stored.get(key));
  });
  return part.samples.length;
}

it("that is not imported cannot be exported, and another lab's is not found", async () => {
  const other = await makeLab("elsewhere");
  const all = datasetSelection.parse({ format: "csv" });
  await expect(datasets.exportDataset(other.grant, version.id, all)).rejects.toThrow("no dataset version");
});
