import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cellsOf,
  inReadingOrder,
  moveTo,
  moveToPlace,
  resizeTo,
  sayPlace,
  stepMove,
  stepResize,
  type Placed,
} from "./layout";

const panel = (id: string, x: number, w: number, h: number): Placed => ({ id, place: { x, w, h } });
const ids = (panels: readonly Placed[]) => panels.map(({ id }) => id).join("");
const two = [panel("a", 0, 6, 4), panel("b", 6, 6, 4), panel("c", 0, 12, 2)];

const anywhere: fc.Arbitrary<Placed[]> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 24 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((places) => places.map(([x, w, h], index) => panel(`p${index}`, x, Math.min(w, 12 - x), h)));

test("panels stand beside each other where their columns let them", () => {
  expect(cellsOf(two).map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [6, 0],
    [0, 4],
  ]);
});

test("no two panels overlap, whatever is done to them", () => {
  fc.assert(
    fc.property(
      anywhere,
      fc.nat(11),
      fc.integer({ min: -3, max: 15 }),
      fc.integer({ min: -5, max: 80 }),
      (panels, which, x, y) => {
        const { id } = panels[which % panels.length];
        const after = [
          moveTo(panels, id, x, y),
          resizeTo(panels, id, x, y),
          moveToPlace(panels, id, Math.min(panels.length - 1, Math.max(0, x))),
          ...(["left", "right", "up", "down"] as const).flatMap((step) => [
            stepMove(panels, id, step),
            stepResize(panels, id, step),
          ]),
        ];
        for (const result of after) {
          expect(result.map(({ id }) => id).sort()).toEqual(panels.map(({ id }) => id).sort());
          const cells = cellsOf(result);
          cells.forEach((a, i) => {
            expect(a.x).toBeGreaterThanOrEqual(0);
            expect(a.x + a.w).toBeLessThanOrEqual(12);
            for (const b of cells.slice(i + 1))
              expect(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h).toBe(false);
          });
        }
      },
    ),
  );
});

test("reading order moves no panel, and is read from top to bottom", () => {
  fc.assert(
    fc.property(anywhere, (panels) => {
      const ordered = inReadingOrder(panels);
      const cells = new Map(panels.map((one, index) => [one.id, cellsOf(panels)[index]]));
      cellsOf(ordered).forEach((cell, index) => expect(cell).toEqual(cells.get(ordered[index].id)));
      expect(inReadingOrder(ordered)).toEqual(ordered);
    }),
  );
});

test("a panel that is dragged passes another once it covers half of it", () => {
  const column = [panel("a", 0, 12, 4), panel("b", 0, 12, 4)];
  expect(ids(moveTo(column, "a", 0, 1))).toBe("ab");
  expect(ids(moveTo(column, "a", 0, 3))).toBe("ba");
  expect(ids(moveTo(column, "b", 0, 3))).toBe("ab");
  expect(ids(moveTo(column, "b", 0, 1))).toBe("ba");
});

test("arrow keys go a column aside, and past one panel up or down", () => {
  const column = [panel("a", 0, 12, 4), panel("b", 0, 12, 2), panel("c", 0, 12, 8)];
  expect(ids(stepMove(column, "a", "down"))).toBe("bac");
  expect(ids(stepMove(column, "b", "down"))).toBe("acb");
  expect(ids(stepMove(column, "c", "up"))).toBe("acb");
  expect(ids(stepMove(column, "a", "up"))).toBe("abc");
  expect(ids(stepMove(column, "c", "down"))).toBe("abc");
  expect(stepMove([panel("a", 0, 6, 4)], "a", "right")[0].place.x).toBe(1);
  expect(stepMove([panel("a", 0, 12, 4)], "a", "right")[0].place.x).toBe(0);
});

test("every panel can be brought to every place by up and down", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }),
      fc.nat(5),
      (heights, which) => {
        let panels = heights.map((h, index) => panel(`p${index}`, 0, 12, h));
        const { id } = panels[which % panels.length];
        for (let turn = 0; turn < heights.length; turn += 1) panels = stepMove(panels, id, "up");
        expect(panels[0].id).toBe(id);
        for (let place = 1; place < heights.length; place += 1) {
          panels = stepMove(panels, id, "down");
          expect(panels[place].id).toBe(id);
        }
      },
    ),
  );
});

test("a place is said in columns, rows and turn", () => {
  expect(sayPlace(two, "b")).toBe("Columns 7 to 12, 4 rows high, place 2 of 3.");
});

test("in one column a panel goes to a place of the order, and changes sides with one beside it", () => {
  expect(ids(moveToPlace(two, "c", 0))).toBe("cab");
  expect(ids(moveToPlace(two, "a", 2))).toBe("bca");
  const turned = moveToPlace(two, "a", 1);
  expect(turned.map(({ id, place }) => [id, place.x])).toEqual([
    ["b", 0],
    ["a", 6],
    ["c", 0],
  ]);
  expect(moveToPlace(turned, "a", 0)).toEqual(two);
  expect(moveToPlace(two, "b", 1)).toEqual(two);
});
