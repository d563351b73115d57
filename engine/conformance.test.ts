/**
 * What every theory, paradigm and measure must do to be registered, and that none is left out. A theory is a folder of
 * engine/theories (or a file that exports a `Theory`), a paradigm a file that exports a `Paradigm`.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { TheoryDeclaration } from "./declaration";
import type { History } from "./history";
import { createTwin } from "./math/rate-network";
import { measures } from "./measures/registry";
import { keyedNoise } from "./noise/keyed";
import { type Paradigm, trialTypes } from "./paradigms/paradigm";
import { paradigms } from "./paradigms/registry";
import { createRecorder, resumeRecorder } from "./recorder";
import type { RunRecord } from "./run-record";
import type { RunSpec } from "./run-spec";
import { advance, begin, checkpoint, resume } from "./simulate";
import { createActr } from "./theories/actr/actr";
import { theories } from "./theories/registry";
import type { Memo, Theory } from "./theories/theory";
import { validate } from "./validate";

// Populations of networks are drawn here, and whole tables of arms are run.
vi.setConfig({ testTimeout: 120_000 });

const trials = 12;
const memo: Memo = new Map();
const subject = { population: 3, rank: 141, tauTrans: 1.2 };
const noiseOf = ({ seed, repetition }: RunSpec) =>
  keyedNoise({ seed, population: subject.population, rank: subject.rank, repetition });

function specsOf({ key, presets }: TheoryDeclaration): RunSpec[] {
  return presets.flatMap(({ role, values }) =>
    paradigms.flatMap((paradigm) =>
      paradigm.arms.map((arm) => ({
        theory: key,
        role,
        parameters: values,
        paradigm,
        arm: arm.key,
        subject,
        repetition: 0,
        seed: 5,
      })),
    ),
  );
}

const valid = (declaration: TheoryDeclaration) =>
  specsOf(declaration).filter((spec) => validate(spec).length === 0);

function record(spec: RunSpec, theory?: Theory): RunRecord {
  const recorder = createRecorder(
    spec.paradigm,
    theories.find((t) => t.declaration.key === spec.theory)!.declaration,
  );
  advance(begin(spec, noiseOf(spec), memo, theory), trials, recorder);
  return recorder.record();
}

for (const theory of theories) {
  const { declaration } = theory;
  const specs = valid(declaration);
  // One run per preset and paradigm is enough where arms cannot matter.
  const few = specs.filter(({ arm }) => arm === "control" || arm === "stimLick-" || arm === "stimLarge");

  const rewarded = few
    .filter(({ paradigm }) => paradigm.trainingType === "cued")
    .map((spec) => ({ ...spec, paradigm: { ...spec.paradigm, trials } }))
    .slice(0, 3);

  describe(`theory ${declaration.key}`, () => {
    it("declares itself completely", () => complete(declaration));

    it("runs a preset on every paradigm, or says why not", () => {
      expect(specs.length).toBeGreaterThan(0);
      for (const spec of specsOf(declaration))
        for (const { where, what, todo } of validate(spec)) {
          expect([where, what, todo].every((text) => text.length > 0)).toBe(true);
          expect(what).toMatch(/[.]$/);
        }
    });

    it("gives the same bits from the same seed, and others from another", () => {
      for (const spec of few.slice(0, 4)) {
        expect(record(spec)).toEqual(record(spec));
        const other = { ...spec, seed: 6 };
        if (record(spec).licks.times.length > 0) expect(record(other).licks).not.toEqual(record(spec).licks);
      }
    });

    it("leaves the state it is given as it is", () => {
      const spec = specs[0];
      const start = begin(spec, noiseOf(spec), memo);
      const before = checkpoint(start);
      const first = checkpoint(advance(start, 4));
      expect(checkpoint(start)).toEqual(before);
      expect(checkpoint(advance(start, 4))).toEqual(first);
    });

    it("resumes from a checkpoint at any trial to the same bits", () => {
      for (const spec of few.slice(0, 3)) {
        const whole = createRecorder(spec.paradigm, declaration);
        const end = advance(begin(spec, noiseOf(spec), memo), trials, whole);
        for (const at of [0, 1, 4, 5, 11]) {
          const first = createRecorder(spec.paradigm, declaration);
          const half = advance(begin(spec, noiseOf(spec), memo), at, first);
          const second = resumeRecorder(spec.paradigm, declaration, {}, first.save());
          const rest = advance(resume(spec, noiseOf(spec), checkpoint(half)), trials - at, second);
          expect(checkpoint(rest), `state after a stop at trial ${at}`).toEqual(checkpoint(end));
          expect(second.record(), `record after a stop at trial ${at}`).toEqual(whole.record());
        }
      }
    });

    it("meets the history of an animal trial by trial, and resumes in it to the same bits", () => {
      const history: History = {
        source: "an animal",
        trialTypes: Array.from({ length: trials }, (_, i) => trialTypes[i % 3]),
        stimulated: Array.from({ length: trials }, (_, i) => i % 2 === 0),
      };
      const yoked = rewarded.map((spec) => ({ ...spec, history })).filter((spec) => !validate(spec).length);
      expect(yoked.length).toBeGreaterThan(0);
      for (const spec of yoked) {
        const { manipulation } = spec.paradigm.arms.find(({ key }) => key === spec.arm)!;
        const met = record(spec);
        expect([...met.types].map((place) => trialTypes[place])).toEqual(history.trialTypes);
        expect([...met.stimulated].map((flag) => flag === 1)).toEqual(
          history.stimulated!.map((flag) => flag === true && manipulation.startsWith("stimulate-")),
        );
        const first = createRecorder(spec.paradigm, declaration);
        const half = advance(begin(spec, noiseOf(spec), memo), 7, first);
        const second = resumeRecorder(spec.paradigm, declaration, {}, first.save());
        advance(resume(spec, noiseOf(spec), checkpoint(half)), trials, second);
        expect(second.record()).toEqual(met);
      }
    });

    it("under a history of the paradigm's own trials, not stimulated, is the control to the bit", () => {
      for (const control of few.filter(({ arm }) => arm === "control")) {
        const spec = { ...control, paradigm: { ...control.paradigm, trials } };
        const own = spec.paradigm.trainingType;
        const trialTypes = Array.from({ length: trials }, () => own);
        const stimulated = trialTypes.map(() => false);
        expect(record({ ...spec, history: { source: "an animal", trialTypes, stimulated } })).toEqual(
          record(spec),
        );
      }
    });

    it("leaves to the arm what a history does not say", () => {
      const [spec] = rewarded.filter(({ arm }) => arm === "stimLick-");
      const trialTypes = Array.from({ length: trials }, () => "cued" as const);
      const silent = { source: "an animal", trialTypes, stimulated: trialTypes.map(() => null) };
      expect(record({ ...spec, history: silent })).toEqual(record(spec));
      expect(record({ ...spec, history: { ...silent, stimulated: null } })).toEqual(record(spec));
    });

    it("draws a mix of trials, the same in every arm, and keeps its state finite in it", () => {
      const mix = { cued: 0.4, uncued: 0.3, omission: 0.3 };
      const mixed = rewarded.map((spec) => ({ ...spec, paradigm: { ...spec.paradigm, mix } }));
      const records = mixed.map((spec) => record(spec));
      const types = new Set(records.map((one) => one.types.join("")));
      expect(types.size).toBe(1);
      expect(new Set([...types].join("")).size).toBe(3);
      for (const { training } of records)
        for (const { key, per } of declaration.signals)
          if (per === "trial" && !mayBeGap.has(key))
            expect(training[key].every(Number.isFinite), key).toBe(true);
    });

    it("refuses orders of trials that a paradigm without reward cannot have", () => {
      const unrewarded = specs.filter(({ paradigm }) => paradigm.trainingType === "omission");
      expect(unrewarded.length).toBeGreaterThan(0);
      const what = (spec: RunSpec) => validate(spec).map((problem) => problem.what);
      for (const spec of unrewarded) {
        const cued = { source: "an animal", trialTypes: ["cued" as const], stimulated: null };
        const paradigm = { ...spec.paradigm, trials: 1 };
        expect(what({ ...spec, paradigm, history: cued })[0]).toContain("never brings reward");
        const flagged = { ...cued, trialTypes: ["omission" as const], stimulated: [true] };
        expect(what({ ...spec, paradigm, history: flagged })).toHaveLength(spec.arm === "control" ? 0 : 1);
      }
    });

    it("stops at the end of the paradigm", () => {
      const spec = { ...specs[0], paradigm: { ...specs[0].paradigm, trials: 3 } };
      expect(advance(begin(spec, noiseOf(spec), memo), 10).trial).toBe(3);
    });

    it("keeps its state finite in every arm", () => {
      for (const spec of specs) {
        const { training } = record(spec);
        for (const { key, per } of declaration.signals)
          if (per === "trial" && !mayBeGap.has(key))
            expect(training[key].every(Number.isFinite), `${spec.role}, ${spec.arm}: ${key}`).toBe(true);
      }
    });

    it("keeps arms in step: before anything is stimulated they are the same run", () => {
      for (const spec of specs.filter(({ arm }) => arm === "stimLick+" || arm === "stimLarge").slice(0, 4)) {
        const [control, arm] = [record({ ...spec, arm: "control" }), record(spec)];
        const upTo = control.licks.offsets[1];
        expect(Array.from(arm.licks.times.slice(0, upTo))).toEqual(
          Array.from(control.licks.times.slice(0, upTo)),
        );
      }
    });

    it("has on training trials the millisecond signals that it declares for them, and no others", () => {
      const declared = declaration.signals.filter(({ onTraining }) => onTraining !== undefined);
      const seen = new Set<string>();
      for (const spec of few)
        for (const { signal, counts, values } of record(spec).trainingTraces) {
          seen.add(signal);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(trials);
          expect(values.every(Number.isFinite), `${spec.role}, ${spec.arm}: ${signal}`).toBe(true);
        }
      expect([...seen].sort()).toEqual(declared.map(({ key }) => key).sort());
    });

    it("records nothing that it does not declare", () => {
      const { training, probes, traces } = record(specs[0]);
      const known = new Set([
        ...measures.map(({ key }) => key),
        ...declaration.signals.map(({ key }) => key),
      ]);
      expect([...Object.keys(training), ...Object.keys(probes)].filter((key) => !known.has(key))).toEqual([]);
      expect(traces.every(({ signal }) => declaration.signals.some(({ key }) => key === signal))).toBe(true);
    });
  });
}

/** Without licks there is nothing to count. */
const mayBeGap = new Set(["licksBeforeReward"]);

function complete({ key, presets, parameters, roles, signals, citation }: TheoryDeclaration): void {
  const unique = (keys: readonly string[]) =>
    expect(new Set(keys).size, `${key}: keys are unique`).toBe(keys.length);
  [presets, parameters, roles, signals].forEach((list) => unique(list.map((entry) => entry.key)));
  expect(citation.doi).toMatch(/^10\./);
  for (const parameter of parameters) {
    expect(parameter.meaning, parameter.key).toMatch(/\.$/);
    for (const text of [parameter.symbol, parameter.title, parameter.unit, parameter.group])
      expect(text, parameter.key).not.toBe("");
    if (parameter.kind === "choice")
      expect(parameter.choices.map(({ value }) => value)).toContain(parameter.default);
    else if (parameter.kind !== "switch") {
      expect(parameter.default).toBeGreaterThanOrEqual(parameter.min);
      expect(parameter.default).toBeLessThanOrEqual(parameter.max);
    }
  }
  for (const { role, values } of presets) {
    expect(roles.map((candidate) => candidate.key)).toContain(role);
    expect(Object.keys(values).sort()).toEqual(parameters.map((parameter) => parameter.key).sort());
  }
  for (const { manipulations, refused } of roles)
    if (Object.keys(manipulations).length < 7) expect(refused).toMatch(/\.$/);
}

it("gives the same bits on the kernel and on its readable twin", () => {
  const twin = createActr({ network: createTwin });
  const [spec] = valid(twin.declaration).filter(({ arm }) => arm === "stimLick-");
  const mixed = { ...spec.paradigm, mix: { cued: 0.4, uncued: 0.3, omission: 0.3 } };
  for (const one of [spec, { ...spec, paradigm: mixed }])
    expect(record(one, twin as Theory)).toEqual(record(one));
});

describe("registries", () => {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const modules = async (room: string) => {
    const names = readdirSync(join(here, room), { recursive: true, encoding: "utf8" });
    const files = names.filter((name) => name.endsWith(".ts") && !/\.(test|generated|as)\.ts$/.test(name));
    const loaded = await Promise.all(files.map((name) => import(pathToFileURL(join(here, room, name)).href)));
    return loaded.flatMap((module: Record<string, unknown>) => Object.values(module)).filter(isObject);
  };
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null;

  it("hold every theory of engine/theories", async () => {
    const declared = (await modules("theories")).filter((value) => "presets" in value && "roles" in value);
    const keys = new Set(declared.map(({ key }) => key));
    expect([...keys].sort()).toEqual(theories.map(({ declaration }) => declaration.key).sort());
    const folders = readdirSync(join(here, "theories"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).sort()).toEqual(
      theories.map(({ declaration }) => declaration.key).sort(),
    );
  });

  it("hold every paradigm of engine/paradigms", async () => {
    const declared = (await modules("paradigms")).filter((value) => "trialMs" in value && "arms" in value);
    expect([...new Set(declared)].length).toBe(paradigms.length);
    for (const paradigm of declared) expect(paradigms).toContain(paradigm as unknown as Paradigm);
  });

  it("hold every measure of engine/measures, each with window, unit and source", async () => {
    const declared = (await modules("measures")).filter((value) => "compute" in value && "window" in value);
    for (const measure of declared) expect(measures).toContain(measure as never);
    for (const { key, window, unit, meaning } of measures)
      for (const text of [key, window, unit, meaning]) expect(text).not.toBe("");
  });
});
