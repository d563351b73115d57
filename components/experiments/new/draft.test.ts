import { describe, expect, it } from "vitest";
import { freshExperiment, readExperiment } from "./draft";

const draft = { ...freshExperiment(["v1"]), name: "One", paradigm: "p" };

describe("readExperiment", () => {
  it("leaves trials to the paradigm when the field is empty", () => {
    const { input } = readExperiment(draft);
    expect(input).toMatchObject({ name: "One", modelVersionIds: ["v1"], repetitions: 2, seed: 1 });
    expect(input).not.toHaveProperty("trials");
    expect(readExperiment({ ...draft, trials: "30" }).input?.trials).toBe(30);
  });
  it("asks for a whole choice of animals, or for none", () => {
    expect(readExperiment(draft).input).not.toHaveProperty("yoke");
    const yoke = { dataset: "d", version: "v", group: "" };
    expect(readExperiment({ ...draft, yoke }).input?.yoke).toEqual({ datasetVersionId: "v", group: "" });
    const { errors } = readExperiment({ ...draft, yoke: { ...yoke, group: null } });
    expect(Object.keys(errors ?? {})).toEqual(["yoke"]);
  });
  it("names each wrong field", () => {
    const { errors } = readExperiment({
      ...draft,
      name: " ",
      models: [],
      subjects: [],
      trials: "0",
      repetitions: "1.5",
      seed: "x",
    });
    expect(Object.keys(errors ?? {}).sort()).toEqual([
      "models",
      "name",
      "repetitions",
      "seed",
      "subjects",
      "trials",
    ]);
  });
});
