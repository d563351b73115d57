import { expect, it } from "vitest";
import { cluster } from "./cluster";

const note = (id: string) => ({ id, axis: "x", from: 0, to: 0, group: null, label: id, active: false });
const ids = (places: readonly number[]) =>
  cluster(places.map((at, index) => ({ note: note(String(index)), at }))).map(({ at, notes }) => [
    at,
    notes.map(({ id }) => id).join(""),
  ]);

it("leaves marks apart that a finger can tell apart, and joins the others at the first", () => {
  expect(ids([100, 10, 20, 33.9, 34])).toEqual([
    [10, "123"],
    [34, "4"],
    [100, "0"],
  ]);
  expect(ids([])).toEqual([]);
});
