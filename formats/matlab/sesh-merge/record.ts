import { Refusal } from "../../refusal";
import { countOf, type ArrayHeader, type Elements } from "../elements";
import { readNumbers } from "../numbers";
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

const shape = ({ dims }: ArrayHeader) => dims.join(" x ");

/** @throws Refusal when fields are missing or do not fit one another. */
export async function readRecord(
  elements: Elements,
  end: number,
  names: readonly string[],
  number: number,
): Promise<SeshRecord> {
  const record = {
    vectors: new Map<string, Matrix<Float64Array>>(),
    matrices: new Map<string, Matrix<Float32Array>>(),
  };
  for (const field of names) {
    const header = await elements.nested(end);
    const what = `seshMerge(${number}).${field}`;
    const empty = countOf(header.dims) === 0;
    if (vectors.includes(field)) {
      const numbers = await readNumbers(elements, header, Float64Array, what);
      record.vectors.set(field, { numbers, rows: empty ? 0 : rowsOf(field, header.dims) });
    } else if (matrices.includes(field)) {
      if (!empty && (header.dims.length !== 2 || header.dims[1] !== samplesPerTrial))
        throw new Refusal(
          `${what} is ${shape(header)} where trials x ${samplesPerTrial} are expected`,
          "map the file by hand instead",
        );
      const numbers = await readNumbers(elements, header, Float32Array, what);
      record.matrices.set(field, { numbers, rows: empty ? 0 : header.dims[0] });
    } else await elements.skipTo(header.end);
  }
  const read = { number, trials: record.vectors.get("trialID")?.rows ?? 0, ...record };
  check(read);
  return read;
}
