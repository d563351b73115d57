/**
 * Writes the made fixtures of formats/fixtures: `npx tsx formats/testing/make-fixtures.ts`. All numbers follow from
 * formulas, so that tests can say what must be read.
 */
import { File, ready } from "h5wasm/node";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MatWriter, type MatArray } from "./write-mat";

const at = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const wave = (index: number) => Math.round(1000 * Math.sin(index / 7)) / 1000;
const count = (length: number) => Array.from({ length }, (_, index) => index);

function tables(): void {
  const comma = (value: number) => String(value).replace(".", ",");
  const wide = count(12).map((row) =>
    [
      `"Maus ""${1 + Math.floor(row / 6)}"""`,
      1 + Math.floor((row % 6) / 3),
      1 + (row % 3),
      ...count(8).map((k) => comma(wave(8 * row + k))),
    ].join(";"),
  );
  const wideHeader = ["mouse", "session", "trial", ...count(8).map((k) => `dff_${k}`)].join(";");
  writeFileSync(at("wide_semicolon_decimal_comma.csv"), `\ufeff${[wideHeader, ...wide].join("\r\n")}\r\n`);
  const long = count(2).flatMap((trial) =>
    count(20).map((k) => `7\t${trial + 1}\t${(k - 10) / 10}\t${wave(20 * trial + k)}`),
  );
  writeFileSync(at("long_per_trial.tsv"), ["subject\ttrial\ttime_s\tdff", ...long].join("\n") + "\n");
  const samples = count(200).map((k) => `${1000 + 50 * k},${wave(k)}${k === 0 ? ",20" : ","}`);
  const guppy = count(200).map((k) => `${k / 20},${wave(k)}${k === 0 ? ",20" : ","}`);
  writeFileSync(at("guppy_signal.csv"), ["timestamps,data,sampling_rate", ...guppy].join("\n") + "\n");
  writeFileSync(
    at("long_milliseconds.csv"),
    ["time_ms,signal_465,note", ...samples.map((row) => row.replace(/,[^,]*$/, ",ok"))].join("\n") + "\n",
  );
  const events = ["cue,1.5,", "reward,3,5", "lick,3.25,", "lick,3.5,", "cue,11.5,", "lick,13.125,"];
  writeFileSync(at("event_log.csv"), ["event,time_s,value", ...events].join("\n") + "\n");
}

function ppd(): void {
  const write = (name: string, header: object, numbers: number[]) => {
    const json = Buffer.from(JSON.stringify(header));
    const bytes = Buffer.alloc(2 + json.length + 2 * numbers.length);
    bytes.writeUInt16LE(json.length);
    json.copy(bytes, 2);
    for (const [k, value] of numbers.entries()) bytes.writeUInt16LE(value, 2 + json.length + 2 * k);
    writeFileSync(at(name), bytes);
  };
  const header = {
    subject_ID: "m7",
    date_time: "2024-05-06T07:08:09",
    sampling_rate: 130,
    volts_per_division: [0.0001, 0.0002],
  };
  const continuous = count(300).flatMap((k) => [((1000 + k) << 1) | (k % 100 < 5 ? 1 : 0), (2000 + k) << 1]);
  write("continuous.ppd", { ...header, mode: "2EX_2EM_continuous", version: "1.0.2" }, continuous);
  const pulsed = count(300).flatMap((k) => [
    ((1000 + k) << 1) | (k % 100 < 5 ? 1 : 0),
    100 << 1,
    (2000 + k) << 1,
    200 << 1,
  ]);
  write(
    "pulsed.ppd",
    { ...header, mode: "2EX_2EM_pulsed", version: "1.1.0", n_analog_signals: 2, n_digital_signals: 2 },
    pulsed,
  );
}

function matlab(): void {
  const column = (numbers: number[], kind: MatArray["kind"] = "double"): MatArray => ({
    kind,
    dims: [numbers.length, 1],
    numbers,
  });
  const writer = new MatWriter(false);
  const record = {
    trialID: column([0, 1, 2]),
    seshID: column([1, 1, 2]),
    lickState: column([0, 1, 0], "uint8"),
    stimState: column([0, 0, 1], "int16"),
    latency: column([900, NaN, 700]),
    nac: { kind: "single", dims: [3, 701], numbers: count(3 * 701).map(wave) },
    lick: { kind: "uint8", dims: [3, 701], numbers: count(3 * 701).map((k) => (k % 97 === 0 ? 1 : 0)) },
    iti: column([]),
    prepLick: { kind: "double", dims: [1, 2], numbers: [1, 2] },
  } satisfies Record<string, MatArray>;
  const sesh = { fields: Object.keys(record), records: [Object.values(record)] };
  writeFileSync(at("sesh_merge_big_endian.mat"), writer.file(writer.struct("seshMerge", sesh)));
  const little = new MatWriter();
  const other = little.array({ kind: "single", dims: [40, 30], numbers: count(1200).map(wave) }, "dff");
  writeFileSync(
    at("other_variables.mat"),
    little.file(little.compressed(other), little.array(column([1, 2, 3]), "t")),
  );
}

async function hdf5(): Promise<void> {
  await ready;
  const typed = (group: { create_attribute: (name: string, value: string) => void }, type: string) => {
    group.create_attribute("neurodata_type", type);
    group.create_attribute("namespace", "core");
  };
  const file = new File(at("photometry.nwb"), "w");
  file.create_attribute("nwb_version", "2.7.0");
  typed(file, "NWBFile");
  file.create_dataset({ name: "identifier", data: "made-1" });
  file.create_dataset({ name: "session_description", data: "synthetic photometry" });
  file.create_dataset({ name: "session_start_time", data: "2024-05-06T07:08:09+00:00" });
  const subject = file.create_group("general").create_group("subject");
  typed(subject, "Subject");
  for (const [name, data] of Object.entries({ subject_id: "M7", sex: "F", genotype: "DAT-Cre" }))
    subject.create_dataset({ name, data });
  const meta = file.create_group("general/fiber_photometry");
  const table = meta.create_group("fiber_photometry_table");
  typed(table, "FiberPhotometryTable");
  table.create_dataset({ name: "location", data: ["NAc", "VTA"] });
  const indicator = meta.create_group("dLight1.3b");
  table.create_dataset({
    name: "indicator",
    data: [indicator.create_reference(), indicator.create_reference()],
  });
  const response = file.create_group("acquisition").create_group("dff");
  typed(response, "FiberPhotometryResponseSeries");
  const data = response.create_dataset({
    name: "data",
    data: Float32Array.from(count(400), wave),
    shape: [200, 2],
    chunks: [100, 2],
    compression: 4,
  });
  data.create_attribute("unit", "dF/F");
  data.create_attribute("conversion", 0.5);
  response
    .create_dataset({ name: "starting_time", data: Float64Array.of(2), shape: [] })
    .create_attribute("rate", 20);
  response.create_dataset({ name: "fiber_photometry_table_region", data: Int32Array.of(0, 1) });
  const laser = file.create_group("stimulus").create_group("presentation").create_group("laser");
  typed(laser, "OptogeneticSeries");
  laser.create_dataset({ name: "data", data: Float64Array.of(0, 0.01, 0) }).create_attribute("unit", "watts");
  laser.create_dataset({ name: "timestamps", data: Float64Array.of(1, 2, 2.5) });
  const acquisition = file.get("acquisition")! as typeof response;
  const events = acquisition.create_group("licks");
  typed(events, "LabeledEvents");
  events.create_dataset({ name: "timestamps", data: Float64Array.of(1, 2, 3) });
  events
    .create_dataset({ name: "data", data: Uint8Array.of(0, 1, 0) })
    .create_attribute("labels", ["left", "right"]);
  const trials = file.create_group("intervals").create_group("trials");
  typed(trials, "TimeIntervals");
  for (const [name, values] of Object.entries({
    start_time: [0, 4, 8],
    stop_time: [3, 7, 10],
    reward: [5, NaN, 5],
  }))
    trials.create_dataset({ name, data: Float64Array.from(values) });
  trials.create_dataset({ name: "trial_type", data: ["cued", "uncued", "cued"] });
  acquisition.create_soft_link("/acquisition", "round"); // leads back to where it is
  file.close();

  const v73 = new File(at("version_7_3.mat"), "w");
  v73
    .create_dataset({ name: "dff", data: Float64Array.from(count(30), wave), shape: [5, 6] })
    .create_attribute("MATLAB_class", "double");
  const struct = v73.create_group("session");
  struct.create_attribute("MATLAB_class", "struct");
  struct
    .create_dataset({ name: "fs", data: Float64Array.of(20), shape: [1, 1] })
    .create_attribute("MATLAB_class", "double");
  v73.close();
  // MATLAB keeps its own header in the first 512 bytes, before those of HDF5
  const own = Buffer.alloc(512);
  own.write("MATLAB 7.3 MAT-file, synthetic".padEnd(124), "latin1");
  own.set([0x00, 0x02, 0x49, 0x4d], 124);
  writeFileSync(at("version_7_3.mat"), Buffer.concat([own, readFileSync(at("version_7_3.mat"))]));
}

tables();
ppd();
matlab();
await hdf5();
