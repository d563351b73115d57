import { createHash } from "node:crypto";
import { type PublicationManifest, resultColumns } from "../../../contracts/publication";
import type { Entry } from "../../archive/service";
import { bibtexOf } from "../cite/bibtex";
import { cffOf } from "../cite/cff";
import type { Citable } from "../cite/citable";
import { risOf } from "../cite/ris";
import { crateOf, type Described } from "./crate";

/** A file that is made from what is frozen, for people: a figure, a table, a page. */
export interface Derived {
  readonly path: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array | string;
}

export interface ToArchive {
  readonly citable: Citable;
  readonly manifest: PublicationManifest;
  /** Canonical JSON: what the hash of the publication is over. */
  readonly manifestText: string;
  /** Whether columns of results are in it, or named by their hashes only: reproducing needs no more. */
  readonly withResults: boolean;
  readonly part: (hash: string) => Promise<Uint8Array>;
  readonly derived: readonly Derived[];
}

interface Content extends Described {
  readonly entry: Entry;
}

/** The files of the archive, in the order of their paths: equal content gives equal bytes. */
export function archiveEntries({
  citable,
  manifest,
  manifestText,
  withResults,
  part,
  derived,
}: ToArchive): Entry[] {
  const text = (path: string, name: string, mediaType: string, bytes: Uint8Array | string): Content => ({
    ...{ path, name, mediaType, sha256: createHash("sha256").update(bytes).digest("hex") },
    entry: { name: path, bytes: () => [bytes], compress: true },
  });
  const partOf = (hash: string, ending: "json" | "bin", name: string): Content => {
    const path = `parts/${hash}.${ending}`;
    const mediaType = ending === "json" ? "application/json" : "application/octet-stream";
    async function* bytes() {
      yield await part(hash);
    }
    return { path, name, mediaType, sha256: hash, entry: { name: path, bytes, compress: true } };
  };
  const { runs, settings } = manifest;
  const contents = [
    text(
      "manifest.json",
      "Manifest: what was frozen, and the SHA-256 of every part",
      "application/json",
      manifestText,
    ),
    // a blind copy is nobody's to cite
    ...(manifest.hashSalt
      ? []
      : [
          text("cite.bib", "Citation, BibTeX", "application/x-bibtex", bibtexOf(citable)),
          text("cite.ris", "Citation, RIS", "application/x-research-info-systems", risOf(citable)),
          text("CITATION.cff", "Citation File Format", "application/yaml", cffOf(citable)),
        ]),
    text("README.txt", "How to read and check this archive", "text/plain", readMe(citable, withResults)),
    ...derived.map(({ path, name, mediaType, bytes }) => text(path, name, mediaType, bytes)),
    ...distinct(
      settings.flatMap(({ panels }) => Object.entries(panels).map(([id, hash]) => [hash, id] as const)),
    ).map(([hash, id]) => partOf(hash, "json", `Data of panel "${id}"`)),
    ...distinct(runs.flatMap(({ history }) => (history ? [[history, ""] as const] : []))).map(([hash]) =>
      partOf(hash, "json", "Trials that a subject met"),
    ),
    ...(withResults
      ? distinct(
          runs.flatMap(({ key, result }) =>
            resultColumns.flatMap((column) =>
              result[column] ? [[result[column], `${column} of run ${key}`] as const] : [],
            ),
          ),
        ).map(([hash, name]) => partOf(hash, "bin", name))
      : []),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const metadata = crateOf(citable, manifest, contents);
  return [
    { name: "ro-crate-metadata.json", bytes: () => [metadata], compress: true },
    ...contents.map(({ entry }) => entry),
  ];
}

const distinct = (named: readonly (readonly [string, string])[]) => [
  ...new Map([...named].reverse().map(([hash, name]) => [hash, name] as const)),
];

const readMe = ({ title, version, url, hash, licence }: Citable, withResults: boolean): string =>
  [
    `${title}, version ${version}`,
    ...(url ? [url] : []),
    "",
    `Manifest SHA-256: ${hash}`,
    `Licence: ${licence}`,
    "",
    "index.html opens in any browser, without network; settings/ holds the same page for every other setting.",
    "figures/ and data/ are of the setting that it opens with. methods.md says how every number came about.",
    "ro-crate-metadata.json describes every file with its SHA-256 (RO-Crate 1.1, Workflow Run Crate).",
    "manifest.json names each part by its SHA-256; parts/ holds them.",
    withResults
      ? "Results of runs are blocks of columns (contracts/columns.ts of Phasic's sources)."
      : "Results of runs are named by their SHA-256 only: a rerun has to give exactly these bytes.",
    "",
    "To check: npm run phasic -- reproduce archive.zip",
    "It runs every run again and compares bit for bit. Nothing in the archive is executed.",
    "",
  ].join("\n");
