/**
 * Writes the made fixtures of formats/fixtures: `npx tsx formats/testing/make-fixtures.ts`. All numbers follow from
 * formulas, so that tests can say what must be read.
 */
import { File, ready, type Dataset, type Group } from "h5wasm/node";
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

const matlab73Header = () => {
  const own = Buffer.alloc(512);
  own.write("MATLAB 7.3 MAT-file, synthetic".padEnd(124), "latin1");
  own.set([0x00, 0x02, 0x49, 0x4d], 124);
  return own;
};

/** Writes what MATLAB does with -v7.3: values of cells and of struct arrays stand in a group of their own. */
class Matlab73 {
  readonly file: File;
  private readonly targets: Group;
  private count = 0;

  constructor(private readonly name: string) {
    this.file = new File(at(name), "w");
    this.targets = this.file.create_group("#refs#");
  }

  numbers(group: Group, name: string, dims: [number, number], numbers: number[], kind = "double"): Dataset {
    const data = kind === "single" ? Float32Array.from(numbers) : Float64Array.from(numbers);
    const [rows, columns] = dims;
    const empty = rows * columns === 0;
    const dataset = group.create_dataset(
      empty
        ? { name, data: BigUint64Array.of(BigInt(rows), BigInt(columns)) }
        : { name, data, shape: [columns, rows], chunks: [columns, rows], compression: 4 },
    );
    dataset.create_attribute("MATLAB_class", kind);
    if (empty) dataset.create_attribute("MATLAB_empty", 1, [], "<B");
    return dataset;
  }

  text(group: Group, name: string, text: string): Dataset {
    const data = Uint16Array.from(text, (letter) => letter.charCodeAt(0));
    const dataset = group.create_dataset({ name, data, shape: [data.length, 1] });
    dataset.create_attribute("MATLAB_class", "char");
    return dataset;
  }

  private target = (make: (group: Group, name: string) => Dataset) =>
    make(this.targets, `t${++this.count}`).create_reference();

  cell(group: Group, name: string, cells: number[][]): Dataset {
    const data = cells.map((own) => this.target((to, as) => this.numbers(to, as, [1, own.length], own)));
    const dataset = group.create_dataset({ name, data, shape: [1, data.length] });
    dataset.create_attribute("MATLAB_class", "cell");
    return dataset;
  }

  structs(name: string, fields: Record<string, ((group: Group, name: string) => Dataset)[]>): void {
    const group = this.file.create_group(name);
    group.create_attribute("MATLAB_class", "struct");
    for (const [field, makers] of Object.entries(fields))
      group.create_dataset({
        name: field,
        data: makers.map((make) => this.target(make)),
        shape: [makers.length, 1],
      });
  }

  close(): void {
    this.file.close();
    writeFileSync(at(this.name), Buffer.concat([matlab73Header(), readFileSync(at(this.name))]));
  }
}

async function matlab73(): Promise<void> {
  await ready;
  const arrays = new Matlab73("arrays_7_3.mat");
  const trials = [0, 1, 0, 1, 0];
  arrays.structs("mice", {
    name: ["M1", "M2"].map((name) => (to: Group, as: string) => arrays.text(to, as, name)),
    dff: [0, 1].map(
      (mouse) => (to: Group, as: string) =>
        arrays.numbers(
          to,
          as,
          [5, 8],
          count(40).map((k) => wave(k) + mouse),
          "single",
        ),
    ),
    trialType: [0, 1].map(() => (to: Group, as: string) => arrays.numbers(to, as, [5, 1], trials)),
    licks: [0, 1].map(
      (mouse) => (to: Group, as: string) =>
        arrays.cell(
          to,
          as,
          trials.map((_, trial) => count(trial % 3).map((k) => k / 10 + mouse)),
        ),
    ),
  });
  arrays.numbers(arrays.file, "fs", [1, 1], [10]);
  arrays.close();

  const sesh = new Matlab73("sesh_merge_7_3.mat");
  const matrix = (of: (k: number) => number) => (to: Group, as: string) =>
    sesh.numbers(to, as, [3, 701], count(3 * 701).map(of), "single");
  const column = (numbers: number[]) => (to: Group, as: string) =>
    sesh.numbers(to, as, [numbers.length, 1], numbers);
  const none = (to: Group, as: string) => sesh.numbers(to, as, [0, 0], []);
  sesh.structs("seshMerge", {
    trialID: [column([0, 1, 2]), column([0, 0, 1])],
    seshID: [column([1, 1, 2]), column([4, 4, 4])],
    lickState: [column([0, 1, 0]), column([1, 1, 0])],
    stimState: [column([0, 0, 1]), column([0, 0, 0])],
    nac: [matrix(wave), matrix((k) => wave(k) + 1)],
    vta: [none, matrix((k) => wave(k) + 2)],
    lick: [matrix((k) => (k % 97 === 0 ? 1 : 0)), matrix((k) => (k % 89 === 0 ? 1 : 0))],
  });
  sesh.close();
}

async function events(): Promise<void> {
  await ready;
  const typed = (object: Group | Dataset, type: string) => {
    object.create_attribute("neurodata_type", type);
    object.create_attribute("namespace", "ndx-events");
  };
  const file = new File(at("events_and_fibers.nwb"), "w");
  file.create_attribute("nwb_version", "2.8.0");
  typed(file, "NWBFile");
  for (const [name, data] of Object.entries({
    identifier: "made-2",
    session_description: "synthetic events",
  }))
    file.create_dataset({ name, data });
  const subject = file.create_group("general").create_group("subject");
  typed(subject, "Subject");
  for (const [name, data] of Object.entries({
    subject_id: "R1",
    species: "Rattus norvegicus",
    strain: "TH-Cre",
  }))
    subject.create_dataset({ name, data });

  const meta = (file.get("general") as Group).create_group("fiber_photometry");
  const fluorophores = meta.create_group("fluorophores");
  typed(fluorophores, "FluorophoresTable");
  fluorophores.create_dataset({ name: "label", data: ["GRAB-DA2m", "tdTomato"] });
  const fibers = meta.create_group("fibers");
  typed(fibers, "FibersTable");
  fibers.create_dataset({ name: "location", data: ["DMS"] });
  fibers
    .create_dataset({ name: "fluorophores", data: Int32Array.of(0, 1) })
    .create_attribute("table", fluorophores.create_reference());
  fibers.create_dataset({ name: "fluorophores_index", data: Int32Array.of(2) });
  const roi = file.create_group("processing").create_group("ophys").create_group("dff");
  typed(roi, "RoiResponseSeries");
  roi
    .create_dataset({
      name: "data",
      data: Int16Array.from(count(300), (k) => 1000 * wave(k)),
      chunks: [100],
      compression: 9,
    })
    .create_attribute("conversion", 0.001);
  roi.create_dataset({ name: "timestamps", data: Float64Array.from(count(300), (k) => 0.1 * k) });
  roi.create_dataset({ name: "rois", data: Int32Array.of(0) });

  const types = (file.get("general") as Group).create_group("task").create_group("event_types");
  typed(types, "EventTypesTable");
  types.create_dataset({ name: "event_name", data: ["cue", "reward", "lick"] });
  const table = file.create_group("acquisition").create_group("EventsTable");
  typed(table, "EventsTable");
  table.create_dataset({ name: "timestamp", data: Float64Array.of(4, 5.5, 5.7, 14, 15.5) });
  table
    .create_dataset({ name: "event_type", data: Int32Array.of(0, 1, 2, 0, 1) })
    .create_attribute("table", types.create_reference());
  table.create_dataset({ name: "duration", data: Float64Array.of(0.5, 0.1, NaN, 0.5, 0.1) });
  const annotated = (file.get("acquisition") as Group).create_group("annotated");
  typed(annotated, "AnnotatedEventsTable");
  annotated.create_dataset({ name: "label", data: ["rearing", "grooming"] });
  annotated.create_dataset({ name: "event_times", data: Float64Array.of(1, 2, 9) });
  annotated.create_dataset({ name: "event_times_index", data: Int32Array.of(2, 3) });

  const trials = file.create_group("intervals").create_group("trials");
  typed(trials, "TimeIntervals");
  for (const [name, values] of Object.entries({
    start_time: [3, 13],
    stop_time: [10, 20],
    reward_time: [5.5, 15.5],
  }))
    trials.create_dataset({ name, data: Float64Array.from(values) });
  trials.create_dataset({ name: "lick_times", data: Float64Array.of(5.7, 6, 16) });
  trials.create_dataset({ name: "lick_times_index", data: Int32Array.of(2, 3) });
  file.close();
}

tables();
ppd();
matlab();
await hdf5();
await matlab73();
await events();
