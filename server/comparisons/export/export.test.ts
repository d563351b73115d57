import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { cohenDav } from "../../../engine/statistics/effect-size";
import { meanInterval } from "../../../engine/statistics/mean-interval";
import { signFlipP } from "../../../engine/statistics/sign-flip";
import type { SimulationGroup } from "../assemble/group";
import { simulatedGroup } from "../assemble/testing/simulated";
import { comparisonView } from "../assemble/view";
import { parquetReadObjects } from "hyparquet";
import { toCsv } from "../../../formats/write/csv";
import { exportOf, tablesOf } from "./export";
import { tables } from "./tables";

const common = { theory: "td", preset: "acting", trials: 110, subjects: 3, repetitions: 2 };
const query = { block: 50 as const, trials: { from: 11, to: 90 } };
let arm: SimulationGroup;
beforeAll(() => {
  const control = simulatedGroup({ ...common, arm: "control" }).group;
  const whole = simulatedGroup({ ...common, arm: "stimLick-", control }).group;
  // one repetition is missing in the arm: the export must carry enough to see which pairs it leaves
  arm = {
    ...whole,
    runs: whole.runs.filter(({ subject, repetition }) => subject !== whole.subjects[1] || !repetition),
  };
}, 120_000);

type Row = Record<string, string>;
async function read(panel: string | null): Promise<Record<string, Row[]>> {
  const { files } = await exportOf(tablesOf([arm], query, panel)!, "csv");
  return Object.fromEntries(
    files.map(({ name, text }) => [
      name,
      Papa.parse<Row>(text!, { header: true, skipEmptyLines: true }).data,
    ]),
  );
}
const number = (cell: string) => (cell === "" ? NaN : Number(cell));
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const placeOf = ({ kind, panel, measure, from, to, time }: Row) =>
  [kind, panel, measure, from, to, time].join("|");

/** Each subject's number, from nothing but the exported values and the sentence in the dictionary. */
function recompute(values: readonly Row[], { group, statistic }: Row, control: string) {
  const of = (name: string) => values.filter((row) => row.group === name && row.value !== "");
  return [...new Set(of(group).map(({ subject }) => subject))].flatMap((subject) => {
    const own = of(group).filter((row) => row.subject === subject);
    if (statistic === "level") return [[average(own.map(({ value }) => Number(value))), NaN]];
    const theirs = new Map(
      of(control)
        .filter((row) => row.subject === subject)
        .map((row) => [row.repetition, Number(row.value)]),
    );
    const shared = own.filter(({ repetition }) => theirs.has(repetition));
    if (shared.length === 0) return [];
    return [
      [
        average(shared.map(({ value }) => Number(value))),
        average(shared.map(({ repetition }) => theirs.get(repetition)!)),
      ],
    ];
  });
}

function expectRecomputed(tablesRead: Record<string, Row[]>) {
  const byPlace = new Map<string, Row[]>();
  for (const row of tablesRead["values.csv"])
    byPlace.set(placeOf(row), [...(byPlace.get(placeOf(row)) ?? []), row]);
  const [{ control }] = tablesRead["groups.csv"];
  const aggregates = tablesRead["aggregates.csv"];
  expect(aggregates.length).toBeGreaterThan(0);
  for (const row of aggregates) {
    const subjects = recompute(byPlace.get(placeOf(row)) ?? [], row, control);
    const numbers = subjects.map(([a, b]) => (row.statistic === "level" ? a : a - b));
    const where = `${row.statistic} ${placeOf(row)}`;
    const close = (cell: string, expected: number) =>
      Number.isNaN(expected)
        ? expect(cell, where).toBe("")
        : expect(Math.abs(number(cell) - expected), where).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(expected)),
          );
    expect(number(row.n), where).toBe(numbers.length);
    const mean = average(numbers);
    const sd =
      numbers.length < 2
        ? NaN
        : Math.sqrt(average(numbers.map((v) => (v - mean) ** 2)) * (numbers.length / (numbers.length - 1)));
    close(row.mean, numbers.length ? mean : NaN);
    close(row.sd, sd);
    close(row.sem, sd / Math.sqrt(numbers.length));
    const { low, high } = meanInterval(numbers);
    close(row.low, low);
    close(row.high, high);
    if (row.effect_size === "") continue;
    close(
      row.effect_size,
      cohenDav(
        subjects.map(([a]) => a),
        subjects.map(([, b]) => b),
      ),
    );
    close(row.p, signFlipP(numbers));
  }
}

describe("an export", () => {
  it("lets every curve, difference and row be computed again from its own values", async () => {
    expectRecomputed(await read(null));
  });

  it("lets every point of a trace be computed again", async () => {
    const panel = comparisonView([arm], query).panels.find(({ kind }) => kind === "trace")!;
    const found = await read(panel.key);
    expect(found["aggregates.csv"]).toHaveLength(panel.x.length);
    expectRecomputed(found);
  });

  it("holds one curve when one is asked for, and nothing of a panel that is not there", async () => {
    const found = await read(comparisonView([arm], query).panels[0].key);
    expect(new Set(found["values.csv"].map(({ measure }) => measure))).toEqual(new Set(["prepLick"]));
    expect(tablesOf([arm], query, "curve:nothing")).toBeNull();
  });

  it("names the pairs that a row of the table cannot count", async () => {
    const [subject] = arm.subjects;
    const runs = arm.runs.map((run) => {
      if (run.subject !== subject) return run;
      const latency = run.numbers!.training.latency.map((value, at) => (at > 90 ? value : NaN));
      return { ...run, numbers: { ...run.numbers!, training: { ...run.numbers!.training, latency } } };
    });
    const own = tablesOf([{ ...arm, runs }], query, null)!;
    const [rows] = [...(own.find(({ name }) => name === "missing")!.rows() as Iterable<unknown[][]>)];
    expect(rows.filter(([, , who]) => who !== null)).toEqual([
      ["g1", "difference", subject, "Collection latency: no trial of the window has a value in both arms"],
    ]);
  });

  it("says once of each measure that a whole group has no value of, and why", () => {
    const own = tablesOf([arm], query, null)!;
    const [rows] = [...(own.find(({ name }) => name === "missing")!.rows() as Iterable<unknown[][]>)];
    const reason = 'TD(lambda) has no signal "policy".';
    expect(rows.filter(([, , , why]) => String(why).endsWith(reason))).toEqual([
      ["g1", "level", null, `Policy before reward: ${reason}`],
    ]);
    expect(rows.filter(([, statistic]) => statistic === "difference")).toEqual([]);
    const ofControl = tablesOf([arm.control!], query, null)!.find(({ name }) => name === "missing")!;
    const [without] = [...(ofControl.rows() as Iterable<unknown[][]>)];
    expect(without.filter(([, statistic]) => statistic === "difference")).toEqual([
      ["g1", "difference", null, "This is the control."],
    ]);
  });

  it("explains every column of every table", async () => {
    const { files } = await exportOf(tablesOf([arm], query, null)!, "csv");
    const dictionary = (await read(null))["dictionary.csv"];
    for (const [table, columns] of Object.entries(tables))
      for (const { name } of columns) {
        const entry = dictionary.find(({ file, column }) => file === `${table}.csv` && column === name);
        expect(entry?.meaning, `${table}.${name}`).toBeTruthy();
        const text = files.find((file) => file.name === `${table}.csv`)!.text!;
        expect(text.split("\r\n")[0].split(",")).toContain(name);
      }
  });
});

describe("as Parquet", () => {
  it("holds the same rows as CSV, numbers as numbers and gaps as nulls", async () => {
    const own = tablesOf([arm], query, null)!;
    const { files } = await exportOf(own, "parquet");
    for (const table of own) {
      const { base64 } = files.find(({ name }) => name === `${table.name}.parquet`)!;
      const rows = await parquetReadObjects({ file: new Uint8Array(Buffer.from(base64!, "base64")).buffer });
      const [expected] = [...(table.rows() as Iterable<(string | number | null)[][]>)];
      expect(rows.map((row) => table.columns.map(({ name }) => row[name]))).toEqual(
        expected.map((row) => row.map((cell) => (Number.isNaN(cell) ? null : cell))),
      );
    }
  });
});

describe("CSV", () => {
  it("disarms text that a spreadsheet would run and leaves numbers alone", () => {
    const rows = [["=1+1", "+a", "-b", "@c", -2.5, "plain", null, 'say "so", please']];
    expect(toCsv(["a", "b"], rows)).toBe(`a,b\r\n'=1+1,'+a,'-b,'@c,-2.5,plain,,"say ""so"", please"\r\n`);
  });

  it("writes numbers so that reading them back gives the same bits", () => {
    const values = [0.1 + 0.2, 1e-300, 123456789.123, -1 / 3, 5e-324];
    const back = toCsv(
      ["v"],
      values.map((value) => [value]),
    )
      .trim()
      .split("\r\n")
      .slice(1)
      .map(Number);
    expect(back).toEqual(values);
  });
});

it("writes more rows than a call takes arguments, in their order", async () => {
  const rows = Array.from({ length: 300_000 }, (_, index) => [index]);
  const column = { name: "n", type: "integer", unit: "", meaning: "" } as const;
  const { files } = await exportOf([{ name: "values", columns: [column], rows: () => [rows] }], "csv");
  const lines = files[0].text!.split("\r\n");
  expect(lines).toHaveLength(300_002);
  expect([lines[0], lines[1], lines[300_000], lines[300_001]]).toEqual(["n", "0", "299999", ""]);
});
