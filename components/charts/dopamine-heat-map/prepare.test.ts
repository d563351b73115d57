import { expect, test } from "vitest";
import { colourAt, colourScale } from "../map/colour-map";
import { prepareHeatMap } from "./prepare";

test("signed values have a symmetric range whose middle is white; others start at zero", () => {
  expect(colourScale([[-1, 3]])).toEqual({ map: "diverging", domain: [-3, 3] });
  expect(colourAt("diverging", 0.5)).toEqual([255, 255, 255]);
  expect(colourScale([[1, 4]])).toEqual({ map: "sequential", domain: [0, 4] });
  expect(colourScale([[null]])).toBeNull();
});

test("no colour of a map resembles the hue of a theory", () => {
  const hue = ([r, g, b]: readonly number[]) => {
    const most = Math.max(r, g, b);
    const span = most - Math.min(r, g, b);
    if (span < 40) return null;
    const turn = most === r ? ((g - b) / span) % 6 : most === g ? (b - r) / span + 2 : (r - g) / span + 4;
    return (60 * turn + 360) % 360;
  };
  for (let step = 0; step <= 32; step += 1) {
    const found = hue(colourAt("diverging", step / 32));
    if (found === null) continue;
    for (const theory of [202, 26]) expect(Math.abs(found - theory)).toBeGreaterThan(40);
  }
});

test("rows name the trial after which they were probed", () => {
  const figure = prepareHeatMap({
    trace: {
      signal: "dopamine",
      type: "cued",
      unit: "a.u.",
      binMs: 10,
      rows: [
        [0, 1],
        [0, -2],
      ],
    },
    probeTrials: [1, 5],
    events: [],
  });
  expect(figure.axes.x.domain).toEqual([0, 0.02]);
  expect(figure.say(1)).toBe("After trial 5: largest −2.00 a.u. at 0.01 s");
  expect(figure.empty).toBeNull();
});
