import type { Dataset, Group } from "h5wasm/node";
import { isGroup } from "../hdf5/kinds";
import { attributeTarget, targetsOf } from "../hdf5/references";
import { allNumbers, isNumericDataset, textsIn } from "../hdf5/values";
import { numberAttribute, textAttribute } from "../hdf5/attributes";
import { datasetIn, type Node } from "../hdf5/walk";

export interface Fiber {
  readonly region: string;
  readonly sensor: string;
  /** "excited at 405 nm", where the file says so. */
  readonly words: string;
}
/** Where a channel of a series was recorded, and with which sensor, as far as the file says. */
export type FiberOf = (series: Group, channel: number) => Fiber;

const tables = new Set(["FiberPhotometryTable", "FibersTable"]);
const rowsNamed = ["fiber_photometry_table_region", "fibers", "rois"];
const unknown: Fiber = { region: "", sensor: "", words: "" };
const short = (text: string | undefined) => (text ?? "").trim().slice(0, 200);

/** What an indicator is called: by its label, or the name of its object. */
function nameOf(target: Group | Dataset | null): string {
  if (!target) return "";
  const label = isGroup(target) ? (textsIn(datasetIn(target, "label"))?.[0] ?? "") : "";
  return textAttribute(target, "label") || label || (target.path.split("/").pop() ?? "");
}

const wavelengths = ["excitation_wavelength_in_nm", "peak_wavelength_in_nm", "wavelength_in_nm"];
function wavelengthOf(target: Group | Dataset | null): number | null {
  for (const name of target ? wavelengths : []) {
    const own = numberAttribute(target!, name);
    if (own) return own;
  }
  return null;
}

/** ndx-photometry's fluorophores: for each fibre, rows of a table that has their labels. */
function fluorophoresOf(table: Group, fileBytes: number): string[] {
  const [rows, ends] = [datasetIn(table, "fluorophores"), datasetIn(table, "fluorophores_index")];
  if (!rows || !isNumericDataset(rows)) return [];
  const labels = attributeTarget(rows, "table");
  const names = labels ? (textsIn(datasetIn(labels, "label")) ?? []) : [];
  const all = allNumbers(rows, fileBytes);
  if (!ends || !isNumericDataset(ends)) return Array.from(all, (row) => names[row] ?? "");
  let from = 0;
  return Array.from(allNumbers(ends, fileBytes), (end) => {
    const own = Array.from(all.slice(from, end), (row) => names[row] ?? "").filter(Boolean);
    from = end;
    return own.join(", ");
  });
}

/** From the table of fibres of ndx-fiber-photometry, or of ndx-photometry before it. */
export function fibersOf(nodes: readonly Node[], fileBytes: number): FiberOf {
  const table = nodes.find(({ type }) => tables.has(type))?.object as Group | undefined;
  if (!table) return () => unknown;
  const behind = (name: string) => {
    const column = datasetIn(table, name);
    return column ? targetsOf(column) : [];
  };
  const regions = textsIn(datasetIn(table, "location")) ?? [];
  const indicators = textsIn(datasetIn(table, "indicator")) ?? behind("indicator").map(nameOf);
  const sensors = indicators.length > 0 ? indicators : fluorophoresOf(table, fileBytes);
  const light = behind("excitation_source").map(wavelengthOf);
  return (series, channel) => {
    const name = rowsNamed.find((candidate) => series.keys().includes(candidate));
    const rows = name ? datasetIn(series, name) : null;
    if (!rows || !isNumericDataset(rows)) return unknown;
    const row = allNumbers(rows, fileBytes)[channel];
    const excited = light[row];
    return {
      region: short(regions[row]),
      sensor: short(sensors[row]),
      words: excited ? `excited at ${Math.round(excited)} nm` : "",
    };
  };
}
