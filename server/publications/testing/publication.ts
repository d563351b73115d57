import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { canonicalJson } from "../../../contracts/canonical-json";
import type { GroupRef } from "../../../contracts/comparison";
import type { DashboardDocument } from "../../../contracts/dashboard";
import type { PanelData } from "../../../contracts/dashboard-panel";
import { type FrozenRun, type PublicationManifest, resultColumns } from "../../../contracts/publication";
import { hashedParts, type RunResultParts } from "../../../contracts/run-result";
import { paradigmSpec } from "../../../contracts/paradigm";
import { engineVersion } from "../../../engine/engine-version.generated";
import { traceConditioning } from "../../../engine/paradigms/trace-conditioning";
import { describeSubject } from "../../../engine/subject";
import { theoryNamed } from "../../../engine/theories/registry";
import { zipOf } from "../../archive/service";
import { createRecomputation } from "../../comparisons/service";
import { archiveEntries } from "../archive/archive";
import { simulateHere } from "../../../worker/testing/scenario";

export const sha256 = (...parts: (Uint8Array | string)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

export interface Made {
  readonly manifest: PublicationManifest;
  readonly parts: Map<string, Uint8Array>;
  /** By key of the run. */
  readonly results: ReadonlyMap<string, RunResultParts>;
}

const trials = 40;
const arms = ["control", "stimLick-"];
const subjects = [describeSubject(0), describeSubject(1)];
const document: DashboardDocument = {
  ...{ variables: [], references: [] },
  panels: [
    {
      ...{ id: "curves", title: "", place: { x: 0, w: 6, h: 4 }, bind: {} },
      content: {
        ...{ kind: "chart", figure: "curve:prepLick", look: {} },
        source: { from: "comparison", comparison: "comparison" },
      },
    },
    {
      ...{ id: "numbers", title: "", place: { x: 0, w: 12, h: 3 }, bind: {} },
      content: {
        ...{ kind: "table", measures: ["prepLick"], trials: null },
        source: { from: "comparison", comparison: "comparison" },
      },
    },
  ],
};

/** A small publication of real runs: TD, two arms, two subjects, two repetitions, a curve and a table. */
export function makePublication(): Made {
  const parts = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array) => {
    parts.set(sha256(bytes), bytes);
    return sha256(bytes);
  };
  const { declaration } = theoryNamed("td");
  const [{ role, values: parameters, key: preset }] = declaration.presets;
  const paradigm = { ...traceConditioning, trials };
  const results = new Map<string, RunResultParts>();
  const runs = arms.flatMap((arm) =>
    subjects.flatMap((subject) =>
      [0, 1].map((repetition): FrozenRun => {
        const key = `run-${arm}-${subject.rank}-${repetition}`;
        const spec = { theory: "td", role, parameters, paradigm, arm, subject, repetition, seed: 1 };
        const result = simulateHere(spec);
        results.set(key, result);
        return {
          ...{ key, places: [{ experiment: "experiment", model: "model" }], paradigm: "paradigm" },
          ...{ trials, arm, subject, repetition, seed: 1, history: null, engineVersion, traceBinMs: 10 },
          ...{ specHash: sha256(canonicalJson(spec)), resultHash: sha256(...hashedParts(result)) },
          result: Object.fromEntries(resultColumns.map((column) => [column, keep(result[column])])),
        };
      }),
    ),
  );
  const content = {
    ...{ format: 1 as const, document, settings: [], engineVersions: [engineVersion], missing: [], runs },
    experiments: [
      {
        ...{ key: "experiment", name: "Small", paradigm: "paradigm", models: ["model"], arms, subjects },
        ...{ repetitions: 2, seed: 1 },
      },
    ],
    models: [{ key: "model", name: "TD", number: 1, theory: "td", role, preset, parameters }],
    paradigms: [{ key: "paradigm", name: "Trace", number: 1, spec: paradigmSpec.parse(paradigm) }],
    datasets: [],
  };
  const made = createRecomputation(content);
  for (const [key, result] of results) made.add(key, result);
  const groups: GroupRef[] = arms.map((arm) => ({
    ...{ kind: "simulation", experiment: "experiment", model: "model", arm },
  }));
  const window = { from: 1, to: trials };
  const view = made.view(groups as never, { block: 20, trials: window });
  const from = { comparison: null, groups: view.groups, hidden: [] };
  const panels: Record<string, PanelData> = {
    curves: {
      ...{ kind: "chart", ...from, look: { band: "sem", individuals: true } },
      panels: view.panels.filter(({ key }) => /^(curve|difference):prepLick@/.test(key)),
    },
    numbers: {
      ...{ kind: "table", ...from, trials: window, engineVersions: view.engineVersions },
      rows: view.rows.filter(({ measure }) => measure === "prepLick"),
    },
  };
  const frozen = Object.entries(panels).map(([id, data]) => [id, keep(Buffer.from(canonicalJson(data)))]);
  return {
    ...{ parts, results },
    manifest: {
      ...{ ...content, settings: [{ values: {}, panels: Object.fromEntries(frozen) }] },
      ...{
        title: "A small publication",
        abstract: "Of two arms.",
        licence: "CC-BY-4.0",
        notes: "",
        version: 1,
      },
      authors: [{ name: "Ada Lovelace", orcid: "0000-0002-1825-0097", affiliation: "A lab" }],
      publishedAt: "2026-11-27T12:00:00.000Z",
    },
  };
}

/** As its route gives it. */
export async function writeArchive(
  file: string,
  { manifest, parts }: Omit<Made, "results">,
  withResults = true,
): Promise<void> {
  const manifestText = canonicalJson(manifest);
  const citable = {
    ...manifest,
    url: "https://phasic.example/p/abcdefghijkl/v/1",
    hash: sha256(manifestText),
  };
  const entries = archiveEntries({
    ...{ citable, manifest, manifestText, withResults, derived: [] },
    part: async (hash) => parts.get(hash)!,
  });
  await pipeline(Readable.fromWeb(zipOf(entries, null) as never), createWriteStream(file));
}
