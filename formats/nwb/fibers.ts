import type { Dataset, Group, Reference } from "h5wasm/node";
import { isGroup } from "../hdf5/kinds";
import { datasetIn, type Node } from "../hdf5/walk";
import { allNumbers, isNumericDataset, textsIn } from "../hdf5/values";

export interface Fiber {
  readonly region: string;
  readonly sensor: string;
}
/** Where a channel of a series was recorded, and with which sensor, as far as the file says. */
export type FiberOf = (series: Group, channel: number) => Fiber;

const tables = new Set(["FiberPhotometryTable", "FibersTable"]);
const rowsNamed = ["fiber_photometry_table_region", "fibers", "rois"];
const short = (text: string | undefined) => (text ?? "").trim().slice(0, 200);

/** The name of what each row of a column of references points to. */
function namesBehind(column: Dataset | null): string[] {
  if (!column) return [];
  const texts = textsIn(column);
  if (texts) return texts;
  const value = column.value;
  if (!Array.isArray(value)) return [];
  return value.map((reference) => {
    const target = column.dereference(reference as Reference);
    return isGroup(target) ? (target.path.split("/").pop() ?? "") : "";
  });
}

/** From the table of fibres of ndx-fiber-photometry, or of ndx-photometry before it. */
export function fibersOf(nodes: readonly Node[], fileBytes: number): FiberOf {
  const table = nodes.find(({ type }) => tables.has(type))?.object as Group | undefined;
  if (!table) return () => ({ region: "", sensor: "" });
  const regions = textsIn(datasetIn(table, "location")) ?? [];
  const sensors = namesBehind(datasetIn(table, "indicator"));
  return (series, channel) => {
    const name = rowsNamed.find((candidate) => series.keys().includes(candidate));
    const rows = name ? datasetIn(series, name) : null;
    if (!rows || !isNumericDataset(rows)) return { region: "", sensor: "" };
    const row = allNumbers(rows, fileBytes)[channel];
    return { region: short(regions[row]), sensor: short(sensors[row]) };
  };
}
