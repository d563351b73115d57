import type { WideTableMapping } from "../../../contracts/dataset";
import { numberOf } from "../table/numbers";

export interface Guess {
  readonly mapping: WideTableMapping | null;
  readonly toConfirm: { field: string; question: string }[];
  readonly problem: string | null;
}

/** Fewer numbered columns than this are hardly a signal. */
const fewestSamples = 5;
const named = (header: readonly string[], ...names: string[]) =>
  header.find((column) => names.includes(column.trim().toLowerCase())) ?? null;

/** What the columns of a wide trial table may mean. `rows` are the first of the file. */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[]): Guess {
  const family = longestFamily(header);
  const subjectColumn = named(
    header,
    "id",
    "subject",
    "subject_id",
    "animal",
    "animal_id",
    "mouse",
    "mouse_id",
    "rat",
  );
  if (!family || !subjectColumn)
    return {
      mapping: null,
      toConfirm: [],
      problem: family
        ? "No column looks like the subject's name (id, subject, animal, mouse): say which one it is."
        : `No run of at least ${fewestSamples} numbered columns (name.1, name.2, …) looks like a signal: one row must be one trial, with one column per sample.`,
    };
  const sessionColumn = named(header, "session", "session_id", "sess", "day");
  const trialColumn = named(header, "trial", "trial_id", "trialid", "trial_number");
  const groupColumn = named(header, "group", "cohort", "condition", "genotype", "treatment");
  const taken = new Set([subjectColumn, sessionColumn, trialColumn, groupColumn]);
  const samples = new Set(
    Array.from({ length: family.count }, (_, i) => `${family.prefix}${family.first + i}`),
  );
  const isNumeric = (name: string) => {
    const at = header.indexOf(name);
    return rows.every((row) => numberOf(row[at] ?? "") !== null);
  };
  return {
    mapping: {
      kind: "wide-trial-table",
      ...{ subjectColumn, sessionColumn, trialColumn, groupColumn },
      sampleColumns: family,
      valueColumns: header
        .filter((name) => !taken.has(name) && !samples.has(name) && isNumeric(name))
        .slice(0, 200),
      signal: {
        name: family.prefix.replace(/[^a-z0-9]+$/i, "") || "signal",
        region: "",
        sensor: "",
        unit: "source units",
        samplingRateHz: 1,
        t0Seconds: 0,
        alignment: "trial start",
        processing: "",
      },
      task: "unnamed task",
      replicate: "animals",
      assumptions: [],
    },
    toConfirm: [
      {
        field: "signal.samplingRateHz",
        question: "The file does not say how many samples there are per second.",
      },
      {
        field: "signal.t0Seconds",
        question: "The file does not say when the first sample was taken, in seconds from the event.",
      },
      { field: "signal.alignment", question: "The file does not say which event the trials are aligned to." },
      { field: "signal.unit", question: "The file does not say the unit of the signal." },
    ],
    problem: null,
  };
}

/** The longest run of columns `<prefix><n>`, n counting up by one. */
function longestFamily(header: readonly string[]): WideTableMapping["sampleColumns"] | null {
  const numbers = new Map<string, number[]>();
  for (const column of header) {
    const match = /^(.*?)(0|[1-9]\d{0,5})$/.exec(column);
    if (match) numbers.set(match[1], [...(numbers.get(match[1]) ?? []), Number(match[2])]);
  }
  let best: WideTableMapping["sampleColumns"] | null = null;
  for (const [prefix, found] of numbers) {
    const sorted = found.sort((a, b) => a - b);
    for (let start = 0; start < sorted.length;) {
      let end = start;
      while (end + 1 < sorted.length && sorted[end + 1] === sorted[end] + 1) end += 1;
      const count = end - start + 1;
      if (count >= fewestSamples && count > (best?.count ?? 0))
        best = { prefix, first: sorted[start], count };
      start = end + 1;
    }
  }
  return best;
}
