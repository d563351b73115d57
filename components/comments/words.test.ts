import { objectState } from "@/contracts/comment";
import { describe, expect, it } from "vitest";
import { anchorWords, changesSince, stateHere } from "./words";

const state = (of: object) => objectState.parse(of);
const group = (arm: string) => ({ kind: "simulation" as const, experiment: "e", model: "m", arm });
const query = (arms: string[], more = {}) => ({
  ...{ groups: arms.map(group), block: 100 as const, trials: { from: 1, to: 800 } },
  ...more,
});

describe("what changed since a thread began", () => {
  it.each([
    ["model", { version: 2 }, { version: 3 }, ["It was made on v2; this is v3."]],
    ["model", { version: 2, hash: "a" }, { version: 2, hash: "b" }, []],
    ["run", { hash: null }, { hash: "a" }, ["It was made before the run was done."]],
    ["run", { hash: "b" }, { hash: "a" }, ["It was made on another result."]],
    [
      "experiment",
      { runs: { done: 12, of: 36 } },
      { runs: { done: 36, of: 36 } },
      ["It was made when 12 of 36 runs were done; now 36 are."],
    ],
    ["comparison", { query: query(["a", "b"]) }, { query: query(["b", "a"]) }, []],
    [
      "comparison",
      { query: query(["a"]), engines: ["x"] },
      { query: query(["b", "c"], { block: 50, trials: { from: 1, to: 400 } }), engines: ["y"] },
      [
        "Since it was made, 2 groups came and 1 group went.",
        "It was made on points of 100 trials; these are of 50.",
        "Its table was of trials 1–800; this one is of 1–400.",
        "Another version of the engine computed what stands here now.",
      ],
    ],
  ] as const)("%s: %j, %j", (kind, seen, now, said) =>
    expect(changesSince(kind, state(seen), state(now))).toEqual(said),
  );

  it("is measured against what the page shows", () => {
    const now = stateHere(state({ version: 3 }), { version: 2, query: null, engines: [] });
    expect(changesSince("model", state({ version: 2 }), now)).toEqual([]);
  });
});

it("names the place", () => {
  const figure = { key: "k", title: "Lick rate" };
  const axis = { key: "a", title: "Trial", unit: "" };
  const place = { axis, from: 1, to: 2, said: "trials 1–2", group: { key: "g", label: "Control" } };
  expect(anchorWords({ figure: null, place: null }, "dataset")).toBe("the whole dataset");
  expect(anchorWords({ figure, place: null }, "run")).toBe("Lick rate");
  expect(anchorWords({ figure, place }, "run")).toBe("Lick rate, trials 1–2, Control");
});
