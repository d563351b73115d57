import { describe, expect, it } from "vitest";
import type { WideTableMapping } from "../../../contracts/dataset";
import { readWideTable } from "./read-wide-table";

const mapping: WideTableMapping = {
  kind: "wide-trial-table",
  subjectColumn: "id",
  sessionColumn: "session",
  trialColumn: "trial",
  groupColumn: null,
  sampleColumns: { prefix: "s.", first: 1, count: 3 },
  valueColumns: ["iri"],
  signal: {
    ...{ name: "Dopamine", region: "", sensor: "", unit: "dF/F", processing: "" },
    ...{ samplingRateHz: 25, t0Seconds: -2, alignment: "lick" },
  },
  task: "Random rewards",
  replicate: "mice",
  assumptions: [],
};

/** As the database gives a file back: in pieces that end anywhere, also within a character. */
async function* pieces(bytes: Uint8Array, size = 7) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const read = (text: string | Uint8Array, more: Partial<WideTableMapping> = {}) =>
  readWideTable(pieces(typeof text === "string" ? new TextEncoder().encode(text) : text), {
    ...mapping,
    ...more,
  });
const header = "id,session,trial,iri,s.1,s.2,s.3";
const table = (...rows: string[]) => [header, ...rows, ""].join("\n");
const refusal = (text: string | Uint8Array, more?: Partial<WideTableMapping>) =>
  read(text, more).then(
    () => "",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("a wide trial table", () => {
  it("becomes subjects, sessions and trials in order, with samples in single precision", async () => {
    const { subjects, remarks } = await read(
      table("b,2,7,1.5,0.1,2,3", "b,1,2,2.5,4,5,6", "b,1,1,3.5,7,8,9", "a,1,1,4.5,-1e-3,+.5,6."),
    );
    expect(subjects.map(({ name }) => name)).toEqual(["b", "a"]);
    expect(subjects[0].sessions.map(({ name, index }) => [name, index])).toEqual([
      ["1", 1],
      ["2", 2],
    ]);
    expect(subjects[0].sessions[0].trials.map(({ index, values }) => [index, values.iri])).toEqual([
      [1, 3.5],
      [2, 2.5],
    ]);
    expect(subjects[0].sessions[1].trials[0].samples).toEqual(Float32Array.from([0.1, 2, 3]));
    expect(subjects[1].sessions[0].trials[0].samples).toEqual(Float32Array.from([-0.001, 0.5, 6]));
    expect(remarks).toEqual([]);
  });

  it("reads a byte-order mark, quotes, umlauts, other delimiters and line ends", async () => {
    const text = `\uFEFF"id";"session";"trial";"iri";"s.1";"s.2";"s.3"\r\n"Mäuschen; 1";"day 1";1;2;1;2;3\r\n\r\n`;
    const { subjects } = await read(text);
    expect(subjects[0].name).toBe("Mäuschen; 1");
    expect(subjects[0].sessions[0]).toMatchObject({ name: "day 1", index: 1 });
  });

  it("keeps gaps as gaps and says how many", async () => {
    const { subjects, remarks } = await read(table("a,1,1,inf,NA,2,", "a,1,2,,1,NaN,3"));
    expect(subjects[0].sessions[0].trials[0].samples).toEqual(Float32Array.from([NaN, 2, NaN]));
    expect(subjects[0].sessions[0].trials.map(({ values }) => values.iri)).toEqual([null, null]);
    expect(remarks).toEqual([
      "1 value of iri is empty or not a number in the file: kept as gaps.",
      "3 samples of the signal are empty or not a number in the file: kept as gaps.",
      "1 value of iri is infinite in the file: kept as gaps.",
    ]);
  });

  it("numbers trials itself when no column does", async () => {
    const { subjects } = await read(table("a,1,x,1,1,2,3", "a,1,x,1,4,5,6"), { trialColumn: null });
    expect(subjects[0].sessions[0].trials.map(({ index }) => index)).toEqual([1, 2]);
  });
});

describe("what is refused, in one sentence that says what, where and what to do", () => {
  it.each([
    ["an empty file", "", "The file is empty: choose another file."],
    [
      "a header alone",
      `${header}\n`,
      "The file has a header and no rows below it: choose a file with trials.",
    ],
    [
      "prose",
      "Dear colleague\nthe data is attached\n",
      "this is not a table with columns; export it as CSV.",
    ],
    [
      "a missing column",
      "id,session,trial,s.1,s.2,s.3\na,1,1,1,2,3\n",
      'The header lacks the column "iri": correct the mapping, or choose another file.',
    ],
    [
      "missing samples",
      "id,session,trial,iri,s.1\na,1,1,1,2\n",
      'The header lacks columns "s.2", "s.3": correct the mapping, or choose another file.',
    ],
    [
      "a column named twice",
      "id,id,session,trial,iri,s.1,s.2,s.3\n",
      'The column "id" stands twice in the header: give each column a name of its own.',
    ],
    [
      "a trial given twice",
      table("a,1,1,1,1,2,3", "a,1,2,1,1,2,3", "a,1,1,1,1,2,3"),
      'Rows 2 and 4 are both trial 1 of subject "a" in session "1": number the trials of a session once each.',
    ],
    [
      "a sample that is no number",
      table("a,1,1,1,1,2,3", "a,1,2,1,1,2..5,3"),
      'Row 3 has "2..5" in column "s.2", which is no number: correct it, leave the cell empty for a gap, or map the column otherwise.',
    ],
    [
      "a row that is too short",
      table("a,1,1,1,1,2"),
      "Row 2 has 6 cells where the header has 7: check its quotes and delimiters.",
    ],
    [
      "a subject without a name",
      table(" ,1,1,1,1,2,3"),
      "Row 2 names no subject: fill the cell, or leave the row out.",
    ],
    [
      "a trial that is no number",
      table("a,1,first,1,1,2,3"),
      'Row 2 has "first" for its trial, which is no whole number',
    ],
  ])("%s", async (_, text, sentence) => {
    const found = await refusal(text);
    expect(found).toMatch(/^Refusal: /);
    expect(found).toContain(sentence);
  });

  it("a subject in two groups", async () => {
    const text = "id,session,trial,iri,s.1,s.2,s.3,g\na,1,1,1,1,2,3,x\na,1,2,1,1,2,3,y\n";
    expect(await refusal(text, { groupColumn: "g" })).toContain(
      'Subject "a" is in group "x" in row 2 and in group "y" in row 3: give each subject one group.',
    );
  });

  it.each([
    ["MATLAB", "MATLAB 5.0 MAT-file, Platform: GLNXA64", "This is a MATLAB file, not a table of text"],
    ["HDF5", "\x89HDF\r\n\x1a\n", "This is an HDF5 file (NWB or MATLAB 7.3)"],
    ["Excel", "PK\x03\x04....", "a ZIP archive or an Excel workbook"],
    ["other binary", "id,a\x00b", "This is a binary file (byte 5 is zero), not a table of text"],
  ])("%s", async (_, start, sentence) => {
    expect(await refusal(Uint8Array.from(start, (c) => c.charCodeAt(0)))).toContain(sentence);
  });

  it("text that is not UTF-8", async () => {
    const latin1 = Uint8Array.from(`${header}\nM\xe4us,1,1,1,1,2,3\n`, (c) => c.charCodeAt(0));
    expect(await refusal(latin1)).toContain("The file is not encoded as UTF-8: save it as CSV (UTF-8)");
  });
});
