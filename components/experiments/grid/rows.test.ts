import type { ExperimentDetail } from "@/contracts/experiment";
import { expect, it } from "vitest";
import { gridRows } from "./rows";

const model = { id: "m1", modelName: "A", number: 2 } as ExperimentDetail["models"][number];
const cell = (arm: string, subjectKey: string, repetition: number) =>
  ({ id: `${arm} ${subjectKey} ${repetition}`, modelVersionId: "m1", arm, subjectKey, repetition }) as never;

it("puts subjects in columns and repetitions in order, whatever the order of cells", () => {
  const rows = gridRows({
    models: [model],
    arms: [
      { key: "control", title: "Control" },
      { key: "depletion", title: "Depletion" },
    ],
    subjects: [
      { population: 1, rank: 201, tauTrans: 1 },
      { population: 1, rank: 130, tauTrans: 1 },
    ],
    refused: [{ modelVersionId: "m1", arm: "depletion", reason: "no rule" }],
    cells: [cell("control", "p1 r130", 0), cell("control", "p1 r201", 1), cell("control", "p1 r201", 0)],
  });
  expect(rows.map(({ model: name, armTitle, refused }) => [name, armTitle, refused])).toEqual([
    ["A v2", "Control", null],
    ["A v2", "Depletion", "no rule"],
  ]);
  expect(rows[0].columns.map((column) => column.map(({ id }) => id))).toEqual([
    ["control p1 r201 0", "control p1 r201 1"],
    ["control p1 r130 0"],
  ]);
  expect(rows[1].columns).toEqual([[], []]);
});
