import { File, ready, type Group } from "h5wasm/node";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { afterAll, expect, test, vi } from "vitest";
import { chance } from "./fuzz/mutate";
import { fixture, refusalOf } from "./testing/collect";
import { MatWriter } from "./testing/write-mat";

vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(path.join(tmpdir(), "phasic-bad-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => path.join(folder, name);
const bytes = (name: string) => readFileSync(fixture(name));
const writer = new MatWriter();

const repeated = (text: string, count: number, separator: string) => Array(count).fill(text).join(separator);
const million = Array.from({ length: 1_000_000 }, (_, index) => `x${index}`).join(",");

function bomb(): Buffer {
  const array = writer.array({ kind: "uint8", dims: [1, 8], numbers: new Uint8Array(8) }, "x");
  const zeros = Buffer.alloc(400_000_000);
  array.copy(zeros);
  zeros.writeUInt32LE(zeros.length - 8, 4);
  const data = deflateSync(zeros);
  const tag = Buffer.alloc(8);
  tag.writeUInt32LE(15, 0);
  tag.writeUInt32LE(data.length, 4);
  return Buffer.concat([writer.header(), tag, data]);
}

function claiming(size: number): Buffer {
  const file = Buffer.from(bytes("seshMerge_small_v6.mat"));
  file.writeUInt32LE(size, 132);
  return file;
}

function randomBytes(length: number, seed: number): Buffer {
  const random = chance(seed);
  return Buffer.from(Array.from({ length }, () => Math.floor(256 * random())));
}

const huge = { kind: "double" as const, dims: [1_000_000, 1_000_000], numbers: [1] };

const cases: readonly [string, string, () => Buffer | string, RegExp][] = [
  ["empty", "a.csv", () => "", /The file is empty \(0 bytes\): copy or export it again/],
  [
    "truncated",
    "a.mat",
    () => bytes("seshMerge_small_v6.mat").subarray(0, 400_000),
    /Variable 1 .* claims .* left: .* cut off/,
  ],
  [
    "truncated, compressed",
    "a.mat",
    () => bytes("seshMerge_small_v7.mat").subarray(0, 1e6),
    /Variable 1 .* cut off/,
  ],
  [
    "truncated HDF5",
    "a.nwb",
    () => bytes("photometry.nwb").subarray(0, 9000),
    /HDF5 file is damaged or cut off/,
  ],
  ["wrong magic", "a.mat", () => Buffer.from("89504e470d0a1a0a00", "hex"), /The file is a picture/],
  [
    "unknown bytes",
    "a.mat",
    () => Buffer.from("00deadbeef00ff00aa", "hex"),
    /first bytes \(00deadbeef00ff00\)/,
  ],
  ["a header of 4 GB", "a.mat", () => claiming(0xffffffff), /claims 4.29 GB where the file has/],
  [
    "an array of 8 TB",
    "a.mat",
    () =>
      writer.file(
        writer.struct("s", {
          fields: ["trialID", "seshID", "lick", "nac", "lickState", "stimState"],
          records: [Array(6).fill(huge)],
        }),
      ),
    /1000000000000 numbers of 8 bytes do not fill 8 bytes/,
  ],
  ["a bomb", "a.mat", bomb, /unpacks to more than 2\d\d MB/],
  [
    "a text file named .mat",
    "a.mat",
    () => "just some notes\nabout mice\n",
    /The file is text, though its name ends in ".mat"/,
  ],
  [
    "a table named .mat",
    "b.mat",
    () => "mouse;note\na;b\n",
    /The file is text, though its name ends in ".mat"/,
  ],
  [
    "an encrypted archive",
    "a.zip",
    () => Buffer.from("504b03041400090008000000", "hex"),
    /an encrypted ZIP archive: decrypt/,
  ],
  [
    "encrypted",
    "a.csv",
    () => Buffer.from("Salted__\x01\x02\x03\x04", "latin1"),
    /The file is encrypted: decrypt it first/,
  ],
  [
    "encrypted with OpenPGP",
    "a.gpg",
    () => Buffer.from("8c0d04090302a7a7a7a7a7a7a7a7", "hex"),
    /The file is encrypted with OpenPGP: decrypt it first/,
  ],
  ["bytes without any order", "a.mat", () => randomBytes(5000, 3), /look encrypted or packed: decrypt/],
  ["an encrypted workbook", "a.xlsx", () => Buffer.from("d0cf11e0a1b11ae100000000", "hex"), /an Office file/],
  ["packed with gzip", "a.csv.gz", () => gzipSync("a,b\n1,2\n"), /compressed with gzip: unpack it first/],
  [
    "text of Octave",
    "a.mat",
    () => "# Created by Octave 7.3.0\n# name: x\n",
    /text of GNU Octave: save it with -v7/,
  ],
  [
    "MATLAB without variables",
    "a.mat",
    () => writer.header(),
    /The MATLAB file holds no variables: save the arrays/,
  ],
  [
    "two variables of one name",
    "a.mat",
    () =>
      writer.file(...[1, 2].map((x) => writer.array({ kind: "double", dims: [1, 2], numbers: [x, x] }, "x"))),
    /Two variables are called "x": save each under a name of its own/,
  ],
  [
    "a .ppd without samples",
    "a.ppd",
    () => bytes("continuous.ppd").subarray(0, 158),
    /has a header and no samples: record or copy it again/,
  ],
  ["one line of words", "a.ppd", () => "hello there\n", /it has one line \(hello there\): export trials/],
  [
    "nothing but line breaks",
    "a.csv",
    () => "\ufeff\r\n\r\n  \r\n",
    /The file has no lines: export the table again/,
  ],
  [
    "an event without a time",
    "a.csv",
    () => "event,time_s\nlick,1\nlick,soon\n",
    /Row 3 has no time: column "time_s" holds "soon": give every row a time/,
  ],
  ["a web page", "a.csv", () => "<!DOCTYPE html><html></html>", /a web page/],
  [
    "a million columns",
    "a.csv",
    () => `${million}\n${repeated("1", 1_000_000, ",")}\n`,
    /has 1000000 columns, and at most 20000/,
  ],
  [
    "only gaps",
    "a.csv",
    () => "id,trial,x1,x2,x3,x4,x5\na,1,NA,NA,NaN,,NA\n",
    /x holds no number in any row/,
  ],
  [
    "a trial twice",
    "a.csv",
    () => "id,trial,x1,x2,x3,x4,x5\na,1,1,1,1,1,1\na,1,1,1,1,1,1\n",
    /Trial 1 of subject "a", session "1" is in rows 2 and 3/,
  ],
  ["a column twice", "a.csv", () => "id,trial,x,x\na,1,1,1\n", /Two columns are called "x"/],
  [
    "a word among samples",
    "a.csv",
    () => "id,trial,x1,x2,x3,x4,x5\na,1,1,1,oops,1,1\n",
    /Row 2, column "x3" holds "oops"/,
  ],
  [
    "a ragged row",
    "a.csv",
    () => "id,trial,x1,x2,x3,x4,x5\na,1,1,1,1,1,1\na,2,1\n",
    /Row 3 has 3 cells where the header has 7/,
  ],
  [
    "an open quote",
    "a.csv",
    () => 'id,trial,x1\n"a,1,1\n',
    /A quotation mark opened in row \d is never closed/,
  ],
  ["time that runs backwards", "a.csv", () => "time_s,f\n0,1\n2,2\n1,3\n", /runs backwards at sample 3/],
  ["a header without rows", "a.csv", () => "id,trial,x1,x2\n", /has a header .* and no rows/],
  ["no header", "a.csv", () => "1,2,3\n4,5,6\n", /NeedsMapping: The 3 columns .* have no names/],
  [
    "a .ppd header beyond the file",
    "a.ppd",
    () => Buffer.from("ffff7b2261223a", "hex"),
    /claims 65537 bytes of the file's 7/,
  ],
  ["a .ppd header that is no JSON", "a.ppd", () => Buffer.from("\x05\x00{oops", "latin1"), /is not JSON/],
];

test.each(cases)(
  "%s: one sentence",
  async (_, name, content, expected) => {
    writeFileSync(at(name), content());
    const sentence = await refusalOf(at(name));
    expect(sentence).toMatch(expected);
    expect(sentence).toMatch(/^(Refusal|NeedsMapping): [^\n]+\.$/);
  },
  60_000,
);

test("links in circles, links outside and datasets beyond the file", async () => {
  await ready;
  const file = new File(at("circle.nwb"), "w");
  file.create_attribute("nwb_version", "2.7.0");
  const group = file.create_group("acquisition");
  group.create_hard_link("/acquisition", "itself");
  group.create_soft_link("/acquisition/itself", "again");
  group.create_external_link("/etc/hostname", "/x", "outside");
  file.close();
  expect(await refusalOf(at("circle.nwb"))).toMatch(
    /^Refusal: The NWB 2.7.0 file of subject "circle" holds no signal/,
  );
});

/** An NWB file whose only series is written by `make`. */
async function nwbWith(name: string, make: (series: Group) => void): Promise<string> {
  await ready;
  const file = new File(at(name), "w");
  file.create_attribute("nwb_version", "2.7.0");
  const series = file.create_group("acquisition").create_group("dff");
  series.create_attribute("neurodata_type", "TimeSeries");
  series
    .create_dataset({ name: "starting_time", data: Float64Array.of(0), shape: [] })
    .create_attribute("rate", 20);
  make(series);
  file.close();
  return at(name);
}

test("NWB: 10 GB in a few bytes, only gaps, and numbers in another file", async () => {
  const chunks = { chunks: [100], maxshape: [null], compression: 4 };
  const bomb = await nwbWith("bomb.nwb", (series) => {
    series.create_dataset({ name: "data", data: new Float32Array(100), ...chunks }).resize([2_500_000_000]);
  });
  expect(await refusalOf(bomb)).toMatch(
    /^Refusal: "\/acquisition\/dff\/data" claims 10 GB in a file of [^\n]+\.$/,
  );
  const silent = await nwbWith("silent.nwb", (series) => {
    series.create_dataset({ name: "data", data: new Float32Array(100).fill(NaN), ...chunks });
  });
  expect(await refusalOf(silent)).toBe(
    "Refusal: dff hold no number, only gaps: check the export of the signals.",
  );
  const elsewhere = await nwbWith("elsewhere.nwb", (series) => {
    series.create_external_link("/etc/hostname", "/x", "data");
  });
  expect(await refusalOf(elsewhere)).toMatch(
    /^Refusal: The NWB 2.7.0 file .* holds no signal, event or trial, only TimeSeries: /,
  );
});

test("what is no file: a folder, a pipe, a link to nothing", async () => {
  mkdirSync(at("folder.mat"));
  symlinkSync(at("nowhere"), at("broken.csv"));
  execFileSync("mkfifo", [at("pipe.csv")]);
  const noFile = "Refusal: This is not a file: give a file rather than a folder.";
  expect(await refusalOf(at("folder.mat"))).toBe(noFile);
  expect(await refusalOf(at("pipe.csv"))).toBe(noFile);
  expect(await refusalOf(at("broken.csv"))).toMatch(/^Refusal: The file cannot be opened: /);
});

test("a file of HDF5 opens no other file", async () => {
  const source = new File(at("secret.h5"), "w");
  source.create_dataset({ name: "x", data: Float64Array.of(1, 2) });
  source.close();
  const { allowOnly } = await import("./hdf5/only-file");
  const lift = allowOnly(at("circle.nwb"));
  expect(() => new File(at("secret.h5"), "r").keys()).toThrow();
  lift();
  expect(new File(at("secret.h5"), "r").keys()).toEqual(["x"]);
});
