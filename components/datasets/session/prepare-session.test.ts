import type { SessionFigures } from "@/contracts/session";
import { expect, test } from "vitest";
import { prepareMean, typesInWords } from "./prepare-session";

const of = (...types: (string | null)[]) =>
  typesInWords(
    { trials: types.map((type) => ({ type })) } as unknown as SessionFigures,
    types.map((_, row) => row),
  );

test("a figure of trials says their types as the source has them, and none that nobody said", () => {
  expect(of("cued", "omitted", "cued")).toBe("trials: cued, omitted");
  expect(of("cued", null)).toBe("trials: cued, of no known type");
  expect(of(null, null)).toBe("nobody said of which type its trials are");
  expect(of()).toBe("no trial");
});

test("a mean over trials counts those that have the signal", () => {
  const figures = {
    ...{ subject: "m1", group: "", timing: null, dataset: { id: "d", replicate: "mice" } },
    session: { name: "1" },
    signal: {
      name: "NAc",
      region: "",
      sensor: "",
      unit: "z",
      alignment: "cue",
      processing: "",
      t0: 0,
      dt: 10,
      width: 2,
    },
  } as unknown as SessionFigures;
  const over = (...samples: number[]) => prepareMean(figures, Float32Array.from(samples), [0, 1, 2])!;
  expect(over(1, 2, 3, 4, 5, 6)).toMatchObject({
    title: "NAc, mean of 3 trials",
    note: "mean, band SEM over 3 trials of one session of one animal",
  });
  expect(over(1, 2, 3, NaN, NaN, NaN)).toMatchObject({
    title: "NAc, mean of 1–2 of 3 trials",
    note: "mean, band SEM over 1–2 of 3 trials of one session of one animal",
  });
});
