export interface NamedTimes {
  readonly first: number;
  readonly step: number;
  /** As the names say it; null where they are bare numbers. */
  readonly unit: "s" | "ms" | null;
}
export interface SampleColumns {
  readonly name: string;
  /** Position of the first of them; they stand side by side. */
  readonly from: number;
  readonly count: number;
  /** Where the names are times: the first, and how far apart. */
  readonly times: NamedTimes | null;
  /** The number in the name of the first, where names count samples. */
  readonly base: number | null;
}

const fewestSamples = 5;

const timeName = /^(?:t(?:ime)?\s*=\s*)?([+-]?\d+(?:\.\d+)?)\s*(s|sec|ms)?$/i;
const timeIn = (column: string) => Number(timeName.exec(column.trim())?.[1] ?? (column.trim() || NaN));
function unitIn(column: string): NamedTimes["unit"] {
  const unit = timeName.exec(column.trim())?.[2]?.toLowerCase();
  return unit === "ms" ? "ms" : unit ? "s" : null;
}

/** The times that columns are named by, where they are evenly spaced. */
export function timesNamed(columns: readonly string[]): SampleColumns["times"] {
  const times = columns.map(timeIn);
  const step = (times[times.length - 1] - times[0]) / (times.length - 1);
  const even = times.every((time, at) => at === 0 || Math.abs(time - times[at - 1] - step) < step / 100);
  return step > 0 && even ? { first: times[0], step, unit: unitIn(columns[0]) } : null;
}

/** Runs of neighbouring columns `<prefix>1, <prefix>2, …`, or of columns named by evenly spaced times. */
export function sampleColumns(columns: readonly string[]): SampleColumns[] {
  const parts = columns.map((column) => /^(.*?)(\d+)$/.exec(column.trim()));
  const times = columns.map(timeIn);
  const runs: SampleColumns[] = [];
  for (let from = 0; from < columns.length;) {
    const [step, head] = [times[from + 1] - times[from], parts[from]];
    let to = from + 1;
    if (step > 0) while (Math.abs(times[to] - times[to - 1] - step) < step / 100) to++;
    else if (head)
      while (parts[to]?.[1] === head[1] && Number(parts[to]?.[2]) === Number(head[2]) + to - from) to++;
    if (to - from >= fewestSamples)
      runs.push({
        name: head && !(step > 0) ? head[1].replace(/[\s._-]+$/, "") || "signal" : "signal",
        ...{ from, count: to - from },
        times:
          step > 0
            ? {
                first: times[from],
                step: (times[to - 1] - times[from]) / (to - from - 1),
                unit: unitIn(columns[from]),
              }
            : null,
        base: head && !(step > 0) ? Number(head[2]) : null,
      });
    from = to;
  }
  return runs;
}

/** The longest run of columns of numbers, for a table whose columns have no names. */
export function longestRun(numeric: readonly boolean[]): { from: number; count: number } | null {
  let best = { from: 0, count: 0 };
  for (let from = 0; from < numeric.length;) {
    let to = from;
    while (numeric[to]) to++;
    if (to - from > best.count) best = { from, count: to - from };
    from = to + 1;
  }
  return best.count >= fewestSamples ? best : null;
}
