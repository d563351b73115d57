import { expect, it } from "vitest";
import { filterOf, rowsThatPass } from "./filter";

const trial = (index: number, more: object = {}) => ({
  ...{ index, type: "cued", kind: "cued" as const, stimulated: false, excluded: false, ...more },
});
const session = {
  trials: [
    trial(1),
    trial(2, { type: "uncued", kind: "uncued" as const }),
    trial(3, { stimulated: true }),
    trial(5, { excluded: true }),
    trial(6, { type: null, kind: null, stimulated: null }),
  ],
  measures: [{ key: "lickPlus", values: [1, null, 0, 1, null] }] as never,
};
const rows = (query: string) => rowsThatPass(session, filterOf(new URLSearchParams(query)));

it.each([
  ["", [0, 1, 2, 4]],
  ["excluded=1", [0, 1, 2, 3, 4]],
  ["type=cued", [0, 2]],
  ["type=", [4]],
  ["lick=plus", [0]],
  ["lick=minus", [2]],
  ["stimulated=1", [2]],
  ["stimulated=0", [0, 1]],
  ["from=2&to=5", [1, 2]],
  ["from=x&lick=perhaps", [0, 1, 2, 4]],
])("%s passes rows %j", (query, expected) => expect(rows(query)).toEqual(expected));
