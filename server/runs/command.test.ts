import { expect, it } from "vitest";
import { traceConditioning } from "../../engine/paradigms/trace-conditioning";
import { theoryNamed } from "../../engine/theories/registry";
import { specsOf } from "../../cli/specs";
import { reproducingCommand } from "./command";
import { runSpec, specHash } from "./spec";

const preset = theoryNamed("actr").declaration.presets.find(({ key }) => key === "lick-gated")!;
const spec = runSpec({
  model: { theory: "actr", role: preset.role, parameters: { ...preset.values, unstimulatedDecrement: 0.25 } },
  paradigm: traceConditioning,
  trials: 120,
  arm: "stimLick-",
  subject: { population: 3, rank: 7, tauTrans: 0.123456789012345 },
  repetition: 4,
  seed: 9,
});

it("names the nearest preset, and what differs from it", () => {
  expect(reproducingCommand(spec, 10)).toBe(
    "npm run phasic -- simulate --theory actr --preset lick-gated --set unstimulatedDecrement=0.25 " +
      "--paradigm trace-conditioning --arm stimLick- --trials 120 --subject 3:7:0.123456789012345 " +
      "--repetition 4 --seed 9 --traces 10 --json run.json",
  );
});

it("means the same spec to the command line", () => {
  const given = {
    ...{ theory: "actr", preset: "lick-gated", set: ["unstimulatedDecrement=0.25"], arm: "stimLick-" },
    ...{
      paradigm: "trace-conditioning",
      trials: "120",
      subject: ["3:7:0.123456789012345"],
      repetition: "4",
      seed: "9",
    },
  };
  expect(specsOf(given).map(specHash)).toEqual([specHash(spec)]);
});

it("writes out the history of a yoked subject, so that it means the same spec to the command line", () => {
  const { trials } = spec.paradigm;
  const yoked = {
    ...spec,
    history: {
      source: "mouse 3's sessions",
      trialTypes: Array.from({ length: trials + 5 }, (_, i) =>
        i % 7 === 0 ? ("omission" as const) : "cued",
      ),
      stimulated: Array.from({ length: trials + 5 }, (_, i) => (i === 0 ? null : i % 2 === 0)),
    },
  };
  const words = /--history-json '(.*?)' --arm/.exec(reproducingCommand(yoked, 10))![1];
  const given = {
    ...{ theory: "actr", preset: "lick-gated", set: ["unstimulatedDecrement=0.25"], arm: "stimLick-" },
    ...{ paradigm: "trace-conditioning", trials: "120", repetition: "4", seed: "9" },
    ...{ subject: ["3:7:0.123456789012345"], "history-json": words.replaceAll("'\\''", "'") },
  };
  expect(specsOf(given).map(specHash)).toEqual([specHash(yoked)]);
  const short = { ...yoked.history, trialTypes: ["cued" as const], stimulated: [true] };
  const both = { ...given, trials: undefined, "history-json": JSON.stringify([yoked.history, short]) };
  expect(
    specsOf({ ...both, subject: undefined, subjects: "3" }).map(({ paradigm }) => paradigm.trials),
  ).toEqual([trials + 5, 1, trials + 5]);
});

it("writes out a task of a lab's own, quoted for a shell", () => {
  const own = { ...spec, paradigm: { ...spec.paradigm, title: "The lab's own" } };
  const command = reproducingCommand(own, 10);
  expect(command).toContain(`"title":"The lab'\\''s own"`);
  expect(command).not.toContain("--paradigm ");
});
