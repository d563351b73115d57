import { expect, it } from "vitest";
import { answeredAssumptions, draftOfGuess, readMapping } from "./mapping-draft";

const guess = {
  kind: "wide-trial-table" as const,
  subjectColumn: "id",
  sessionColumn: "session",
  trialColumn: null,
  groupColumn: null,
  sampleColumns: { prefix: "photometry.", first: 1, count: 112 },
  valueColumns: ["iri"],
  signal: {
    name: "dopamine",
    region: "NAc",
    sensor: "dLight",
    unit: "dF/F",
    samplingRateHz: 25,
    t0Seconds: -2,
    alignment: "lick",
    processing: "",
  },
  task: "random rewards",
  replicate: "mice",
  assumptions: [],
};

it("gives the guess back unchanged", () => {
  expect(readMapping(draftOfGuess({ guess, columns: ["id"] }), []).mapping).toEqual(guess);
});

it("says where what cannot be known is missing", () => {
  const { errors } = readMapping(draftOfGuess({ guess: null, columns: ["id", "a"] }), []);
  expect(Object.keys(errors ?? {})).toEqual(
    expect.arrayContaining([
      "signal.unit",
      "signal.samplingRateHz",
      "signal.t0Seconds",
      "signal.alignment",
      "task",
    ]),
  );
});

it("keeps what a person answered where the file is silent", () => {
  const draft = draftOfGuess({ guess, columns: ["id"] });
  expect(
    answeredAssumptions(draft, {
      toConfirm: [{ field: "signal.samplingRateHz", question: "The file does not say." }],
    }),
  ).toEqual(["The file does not say. Whoever uploaded it confirmed: 25."]);
});
