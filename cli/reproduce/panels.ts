import type { ComparisonRow, GroupRef, GroupSeries } from "../../contracts/comparison";
import { type DataOf, panelData, type PanelData } from "../../contracts/dashboard-panel";
import type { ComparisonView } from "../../contracts/comparison";
import type { RunFigures } from "../../contracts/run";
import type { Archive } from "./archive";
import { type Numbers, runNumbers } from "./run-panel";
import { jsonOf } from "./spec";

type SimulationRef = Extract<GroupRef, { kind: "simulation" }>;
type View = (
  refs: readonly SimulationRef[],
  query: { block: 20 | 50 | 100; trials: { from: number; to: number } },
) => ComparisonView;

/** What is made again from the results of the runs. */
export interface Again {
  readonly view: View;
  readonly figures: (run: string) => RunFigures | null;
}

export interface PanelsCompared {
  /** Numbers that were made again from the results, and are equal. */
  readonly equal: number;
  /** Where the first one parts, in words; null where none does. */
  readonly difference: string | null;
  /** Panels that hold what results of runs do not give: recordings, text. */
  readonly left: number;
  readonly made: number;
}

/** Compares every curve, difference, trace, row and single run of the panels with what the results give. */
export async function comparePanels(archive: Archive, again: Again): Promise<PanelsCompared> {
  const { settings } = archive.manifest;
  const seen = new Map<string, number>();
  const outcome = { equal: 0, left: 0, made: 0, difference: null as string | null };
  for (const { panels } of settings)
    for (const [id, hash] of Object.entries(panels)) {
      if (seen.has(hash)) continue;
      seen.set(hash, 1);
      const bytes = await archive.part(hash);
      const data = bytes && panelData.safeParse(jsonOf(bytes));
      if (!data?.success) {
        outcome.difference ??= `panel "${id}": its data is not in the archive, or is none`;
        continue;
      }
      const numbers = numbersIn(data.data, again);
      if (numbers === null) {
        outcome.difference ??= `panel "${id}": it names runs that the manifest does not have`;
        continue;
      }
      if (numbers.length === 0) outcome.left += 1;
      else outcome.made += 1;
      for (const { where, archived, made } of numbers)
        if (isEqual(archived, made)) outcome.equal += 1;
        else
          outcome.difference ??= `panel "${id}", ${where}: the archive has ${said(archived)}, the results give ${said(made)}`;
    }
  return outcome;
}

/** Statistics of another machine may differ in their last digits, where its libraries do. */
const tolerance = 1e-9;
const isEqual = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)));
const said = (value: number | null) => (value === null ? "a gap" : String(value));

function numbersIn(data: PanelData, again: Again): Numbers[] | null {
  try {
    return [...numbersOf(data, again)];
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function* numbersOf(data: PanelData, { view, figures }: Again): Generator<Numbers> {
  if (data.kind === "chart" || data.kind === "traces") yield* seriesOf(data, view);
  else if (data.kind === "table") yield* rowsOf(data, view);
  else if (data.kind === "run") yield* runNumbers(data, figures(data.run.id));
}

const simulated = ({ groups }: DataOf<"chart" | "traces" | "table">) =>
  groups.flatMap(({ ref }) => (ref.kind === "simulation" ? [ref] : []));

function* seriesOf(data: DataOf<"chart" | "traces">, view: View): Generator<Numbers> {
  const refs = simulated(data);
  if (refs.length === 0) return;
  const keys = new Set(data.groups.flatMap(({ key, ref }) => (ref.kind === "simulation" ? [key] : [])));
  for (const panel of data.panels) {
    const [first] = panel.blocks ?? [];
    const block =
      ([20, 50, 100] as const).find((size) => size === (first ? first.to - first.from + 1 : 100)) ?? 100;
    const again = view(refs, { block, trials: { from: 1, to: 1 } }).panels.find(
      ({ key }) => key === panel.key,
    );
    for (const series of panel.series) {
      if (!keys.has(series.group)) continue;
      const made = again?.series.find(({ group }) => group === series.group);
      yield* curveOf(`${panel.title}, ${labelOf(data, series.group)}`, series, made, panel.x);
    }
  }
}

const labelOf = ({ groups }: DataOf<"chart" | "traces" | "table">, group: string) =>
  groups.find(({ key }) => key === group)?.label ?? group;

const statistics = ["n", "mean", "sd", "sem", "low", "high"] as const;

function* curveOf(
  where: string,
  archived: GroupSeries,
  made: GroupSeries | undefined,
  x: readonly number[],
): Generator<Numbers> {
  // beside a longer recording an axis goes on where the simulations have nothing
  const at = (values: readonly (number | null)[] | undefined, i: number, empty: number | null) =>
    values?.[i] ?? empty;
  for (const name of statistics)
    for (let i = 0; i < archived[name].length; i += 1) {
      const empty = name === "n" ? 0 : null;
      yield {
        where: `${where}, ${name} at ${x[i]}`,
        archived: archived[name][i],
        made: at(made?.[name], i, empty),
      };
    }
  for (const { subject, values } of archived.individuals) {
    const own = made?.individuals.find((one) => one.subject === subject);
    for (let i = 0; i < values.length; i += 1)
      yield { where: `${where}, ${subject} at ${x[i]}`, archived: values[i], made: at(own?.values, i, null) };
  }
}

function* rowsOf(data: DataOf<"table">, view: View): Generator<Numbers> {
  const refs = simulated(data);
  if (refs.length === 0) return;
  const keys = new Set(data.groups.flatMap(({ key, ref }) => (ref.kind === "simulation" ? [key] : [])));
  const again = view(refs, { block: 100, trials: data.trials }).rows;
  for (const row of data.rows) {
    if (!keys.has(row.group)) continue;
    const made = again.find(({ group, measure }) => group === row.group && measure === row.measure);
    const where = `${row.title}, ${labelOf(data, row.group)}`;
    for (const [name, archived, got] of cellsOf(row, made))
      yield { where: `${where}, ${name}`, archived, made: got };
  }
}

const levels = ["n", "mean", "sd", "se", "low", "high"] as const;
const differences = ["mean", "sd", "se", "low", "high", "pairs", "of", "effectSize", "p"] as const;

function* cellsOf(
  row: ComparisonRow,
  made: ComparisonRow | undefined,
): Generator<[string, number | null, number | null]> {
  for (const name of levels) yield [name, row[name], made?.[name] ?? null];
  if (!row.difference) return;
  for (const name of differences)
    yield [`difference, ${name}`, row.difference[name], made?.difference?.[name] ?? null];
}

/** Keys of the runs that panels show by themselves. */
export async function runsAlone(archive: Archive): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const hash of new Set(archive.manifest.settings.flatMap(({ panels }) => Object.values(panels)))) {
    const bytes = await archive.part(hash);
    const data = bytes && panelData.safeParse(jsonOf(bytes));
    if (data?.success && data.data.kind === "run") keys.add(data.data.run.id);
  }
  return keys;
}
