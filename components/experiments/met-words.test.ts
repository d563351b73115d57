import { expect, it } from "vitest";
import { metWords } from "./met-words";

const animal = { subjectKey: "p1 r201", animal: "m", sessions: 1, history: "" };

it("says what an animal met", () => {
  const all = { ...animal, trials: 10, of: 10, cued: 7, uncued: 0, omission: 3, stimulated: 2 };
  expect(metWords(all)).toBe("10 trials (7 cued, 3 omitted), 2 stimulated");
  expect(metWords({ ...all, of: 12, stimulated: null })).toBe(
    "the first 10 of 12 trials (7 cued, 3 omitted), stimulation not recorded",
  );
});
