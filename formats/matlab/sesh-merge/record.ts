import { Refusal } from "../../refusal";
import { countOf, type Precision, type Values, type Wanted } from "../../arrays/model";
import { matrices, samplesPerTrial, summaries, vectors } from "./fields";

export interface Matrix<T> {
  /** Column by column. */
  readonly numbers: T;
  readonly rows: number;
}

/** One element of the struct array: one mouse. */
export interface SeshRecord {
  readonly number: number;
  readonly trials: number;
  readonly vectors: ReadonlyMap<string, Matrix<Float64Array>>;
  readonly matrices: ReadonlyMap<string, Matrix<Float32Array>>;
}

const several = new Set(summaries.filter(({ column }) => column > 0).map(({ field }) => field));
/** A vector has one row per trial, whether it lies or stands. */
const rowsOf = (field: string, dims: readonly number[]) => (several.has(field) ? dims[0] : countOf(dims));

const reexport = "export the file again";

function check({ number, trials, vectors, matrices }: SeshRecord): void {
  if (trials === 0) throw new Refusal(`Record ${number} of seshMerge has no trials in trialID`, reexport);
  const lengths = [...vectors, ...matrices].map(([field, { rows }]) => ({ field, rows }));
  for (const { field, rows } of lengths)
    if (rows > trials)
      throw new Refusal(
        `In record ${number} of seshMerge ${field} has ${rows} rows for the ${trials} trials of trialID`,
        reexport,
      );
  for (const [field, { rows }] of matrices)
    if (rows > 0 && rows !== trials)
      throw new Refusal(
        `In record ${number} of seshMerge ${field} has ${rows} rows where trialID has ${trials}`,
        reexport,
      );
}

/** @throws Refusal when fields are missing or do not fit one another. */
export function recordOf(values: Values, struct: string, number: number): SeshRecord {
  const record = {
    vectors: new Map<string, Matrix<Float64Array>>(),
    matrices: new Map<string, Matrix<Float32Array>>(),
  };
  for (const [path, value] of values) {
    const field = path.slice(struct.length + 1);
    const what = `seshMerge(${number}).${field}`;
    if (value.kind !== "numbers")
      throw new Refusal(`${what} is no matrix of numbers`, "map the file by hand instead");
    const { dims } = value;
    const empty = countOf(dims) === 0;
    if (value.numbers instanceof Float64Array)
      record.vectors.set(field, { numbers: value.numbers, rows: empty ? 0 : rowsOf(field, dims) });
    else {
      if (!empty && (dims.length !== 2 || dims[1] !== samplesPerTrial))
        throw new Refusal(
          `${what} is ${dims.join(" x ")} where trials x ${samplesPerTrial} are expected`,
          "map the file by hand instead",
        );
      record.matrices.set(field, { numbers: value.numbers, rows: empty ? 0 : dims[0] });
    }
  }
  const read = { number, trials: record.vectors.get("trialID")?.rows ?? 0, ...record };
  check(read);
  return read;
}

/** The fields to read of each record. */
export const wantedOf = (struct: string): Wanted =>
  new Map<string, Precision>([
    ...vectors.map((field) => [`${struct}.${field}`, "double"] as const),
    ...matrices.map((field) => [`${struct}.${field}`, "single"] as const),
  ]);
