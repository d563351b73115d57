import path from "node:path";
import type { SourceFile } from "./bytes/source-file";
import { isHdf5 } from "./hdf5/open";
import { ppdJson } from "./pyphotometry/header";
import { Refusal, quoted } from "./refusal";
import { wideEncoding } from "./table/text";

export type Format = "matlab" | "matlab-7.3" | "nwb" | "hdf5" | "pyphotometry" | "table";

/** What other files begin with, what they are, and what to do with them. */
const foreign: readonly { readonly start: RegExp; readonly what: string; readonly todo: string }[] = [
  {
    start: /^PK\x03\x04[^]{2}[\x01\x09]/,
    what: "an encrypted ZIP archive",
    todo: "decrypt and unpack it, then give the recording itself",
  },
  {
    start: /^PK[\x03\x05\x07][^]/,
    what: "a ZIP archive (Excel files are, too)",
    todo: "unpack it, or save the sheet as CSV",
  },
  { start: /^\x1f\x8b/, what: "compressed with gzip", todo: "unpack it first" },
  { start: /^(7z\xbc\xaf|Rar!)/, what: "a packed archive", todo: "unpack it first" },
  { start: /^\xd0\xcf\x11\xe0/, what: "an Office file, old or encrypted", todo: "save the sheet as CSV" },
  { start: /^(Salted__|age-encryption|-----BEGIN PGP)/, what: "encrypted", todo: "decrypt it first" },
  // packets of OpenPGP: a session key for a key or a password
  {
    start: /^(\x84[^]\x03|\x85[^]{2}\x03|\x8c[^][\x04-\x06]|\xc1[^]{1,2}[\x03\x06]|\xc3[^][\x04-\x06])/,
    what: "encrypted with OpenPGP",
    todo: "decrypt it first",
  },
  { start: /^# Created by Octave/, what: "text of GNU Octave", todo: "save it with -v7" },
  { start: /^\x93NUMPY/, what: "a NumPy array", todo: "save it as .mat (scipy.io.savemat) or CSV" },
  { start: /^\x80[\x02-\x05][^]/, what: "a Python pickle", todo: "save its arrays as .mat, NWB or CSV" },
  {
    start: /^\s*File: [^\n]*\n\s*Start Date: /,
    what: "a data file of MED-PC",
    todo: "export its times and codes as a table with a row for each event",
  },
  { start: /^%PDF/, what: "a PDF", todo: "give the recording itself" },
  { start: /^PAR1/, what: "a Parquet file", todo: "save it as CSV" },
  { start: /^(\x89PNG|\xff\xd8\xff|GIF8)/, what: "a picture", todo: "give the recording itself" },
  {
    start: /^version https:\/\/git-lfs/,
    what: "only a pointer to a file in Git LFS",
    todo: "fetch the file with git lfs pull",
  },
  {
    start: /^\s*<(!doctype|html|\?xml)/i,
    what: "a web page or XML, not a recording",
    todo: "download the file itself; its address may ask for a login",
  },
  { start: /^\s*[{[]/, what: "JSON", todo: "save the recording as a table, NWB or .mat" },
];

const extensions: Readonly<Record<Format, readonly string[]>> = {
  matlab: [".mat"],
  "matlab-7.3": [".mat"],
  nwb: [".nwb"],
  hdf5: [".h5", ".hdf5", ".hdf"],
  pyphotometry: [".ppd"],
  table: [".csv", ".tsv", ".txt", ".tab", ".dat"],
};
const inWords: Readonly<Record<Format, string>> = {
  matlab: "a MATLAB file",
  "matlab-7.3": "a MATLAB 7.3 file",
  nwb: "an NWB file",
  hdf5: "an HDF5 file",
  pyphotometry: "a pyPhotometry recording",
  table: "text",
};

const isText = (head: Buffer) => {
  if (wideEncoding(head)) return true;
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127).length;
  return !head.includes(0) && controls <= head.length / 200;
};

/** Level 4 MAT-files begin with a small code, three sizes and the length of a name. */
function isMatlab4(head: Buffer): boolean {
  if (head.length < 21) return false;
  const [type, rows, columns, imaginary, nameLength] = [0, 4, 8, 12, 16].map((at) => head.readUInt32LE(at));
  return (
    type <= 52 &&
    type % 10 <= 2 &&
    Math.floor(type / 10) % 10 <= 5 &&
    rows > 0 &&
    columns > 0 &&
    imaginary <= 1 &&
    nameLength > 1 &&
    nameLength <= 64 &&
    /^[a-z]\w*\0/i.test(head.subarray(20, 20 + nameLength).toString("latin1"))
  );
}

/** Nearly eight bits of information in each byte, as no recording has. */
function looksRandom(head: Buffer): boolean {
  if (head.length < 2048) return false;
  const counts = new Array<number>(256).fill(0);
  for (const byte of head) counts[byte]++;
  const bits = counts.reduce(
    (sum, count) => sum - (count && (count / head.length) * Math.log2(count / head.length)),
    0,
  );
  return bits > 7.8;
}

function formatOf(file: SourceFile): Format {
  const head = file.read(0, 64 * 1024);
  const start = head.subarray(0, 256).toString("latin1");
  if (isHdf5(file))
    return start.startsWith("MATLAB 7.3") ? "matlab-7.3" : /\.nwb$/i.test(file.name) ? "nwb" : "hdf5";
  if (
    head.length >= 128 &&
    /^(IM|MI)$/.test(start.slice(126, 128)) &&
    /[\x01\x02]/.test(start.slice(124, 126))
  )
    return "matlab";
  if (start.startsWith("MATLAB 5.0") && !isText(head)) return "matlab";
  const json = ppdJson(file);
  if (json && (/^\{\s*"/.test(json.text) || path.extname(file.name) === ".ppd")) return "pyphotometry";
  for (const { start: begins, what, todo } of foreign)
    if (begins.test(start)) throw new Refusal(`The file is ${what}`, todo);
  if (isMatlab4(head))
    throw new Refusal("This is a MATLAB file of level 4 (-v4)", "save it with -v7 and try again");
  if (isText(head)) return "table";
  const bytes = head.subarray(0, 8).toString("hex");
  if (looksRandom(head))
    throw new Refusal(
      `The first bytes (${bytes}) are those of no format that can be read, and look encrypted or packed`,
      "decrypt or unpack the file first",
    );
  throw new Refusal(
    `The first bytes (${bytes}) are those of no format that can be read`,
    "give MATLAB (.mat), NWB, CSV, TSV or pyPhotometry (.ppd) files",
  );
}

export interface Sniffed {
  readonly format: Format;
  /** What its name says it is, where that is something else. */
  readonly misnamed: string | null;
}

/** Decides by the file's content; its name is only compared. @throws Refusal naming what it is instead. */
export function sniff(file: SourceFile): Sniffed {
  const format = formatOf(file);
  const extension = path.extname(file.name).toLowerCase();
  const others = Object.entries(extensions).filter(([other]) => inWords[other as Format] !== inWords[format]);
  const wrong = !extensions[format].includes(extension) && others.some(([, own]) => own.includes(extension));
  return {
    format,
    misnamed: wrong ? `The file is ${inWords[format]}, though its name ends in ${quoted(extension)}` : null,
  };
}
