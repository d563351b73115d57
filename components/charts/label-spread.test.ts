import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadLabels } from "./label-spread";

test("labels with room stay where they are", () => {
  expect(spreadLabels([10, 50, 90], 12, 0, 100)).toEqual([10, 50, 90]);
});

test("two that touch part around their middle", () => {
  expect(spreadLabels([50, 52], 12, 0, 100)).toEqual([45, 57]);
});

test("none overlaps, order is kept, and all stay inside where there is room", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 12 }), (wanted) => {
      const placed = spreadLabels(wanted, 15, 0, 200);
      const order = wanted.map((_, index) => index).sort((a, b) => placed[a] - placed[b]);
      for (let rank = 1; rank < order.length; rank += 1) {
        expect(placed[order[rank]] - placed[order[rank - 1]]).toBeGreaterThan(15 - 1e-6);
        expect(wanted[order[rank]]).toBeGreaterThanOrEqual(wanted[order[rank - 1]]);
      }
      for (const y of placed) {
        expect(y).toBeGreaterThan(-1e-6);
        expect(y).toBeLessThan(200 + 1e-6);
      }
    }),
  );
});
