import { decodeLicks, decodeTrainingTraces } from "../../contracts/run-result";
import { measuresWith, type OwnWindows, whyNotInWindows } from "../../engine/measures/own-windows";
import type { TrialMeasure } from "../../engine/measures/measure";
import { trialMeasures } from "../../engine/measures/registry";
import { type BlockValues, type RecordedRun, valuesInWindows } from "../../engine/measures/simulated";
import { type Paradigm, trialTypes } from "../../engine/paradigms/paradigm";
import type { Reader } from "../access/grant";
import type { RunNumbers } from "./assemble/group";
import { findTrials } from "./store";

/** Columns of results in windows that somebody chose, the least recently used go first: 6 kB each. */
const most = 4000;
const kept = new Map<string, Float64Array>();

interface Standing {
  readonly numbers: RunNumbers;
  readonly paradigm: Paradigm;
}

/** The same numbers, with the measures that have windows of their own taken again from licks and traces. */
export async function numbersInWindows(
  grant: Reader,
  results: ReadonlyMap<string, Standing>,
  windows: OwnWindows,
): Promise<Map<string, RunNumbers>> {
  const chosen = measuresWith(windows).filter((one): one is TrialMeasure => "chosen" in one);
  const keyOf = (id: string, { key }: TrialMeasure) => `${id} ${key} ${JSON.stringify(windows[key])}`;
  const missing = [...results.keys()].filter((id) => chosen.some((one) => !kept.has(keyOf(id, one))));
  // held from here on: while this waits for the database, others may push what is kept out
  const columns = new Map<string, Float64Array>();
  for (const id of results.keys())
    for (const one of chosen) {
      const found = kept.get(keyOf(id, one));
      if (found) columns.set(keyOf(id, one), found);
    }
  // a dozen at a time: licks and traces of a run are several hundred kB
  for (let at = 0; at < missing.length; at += 12)
    for (const { id, licks, trainingTraces } of await findTrials(grant, missing.slice(at, at + 12))) {
      const { numbers, paradigm } = results.get(id)!;
      const run = {
        licks: decodeLicks(licks),
        types: numbers.types ?? typesOf(paradigm, numbers),
        trainingTraces: trainingTraces ? decodeTrainingTraces(trainingTraces, numbers.binMs) : [],
      };
      for (const measure of chosen)
        columns.set(keyOf(id, measure), columnOf(measure, run, numbers, paradigm));
    }
  for (const [key, values] of columns) {
    kept.delete(key);
    kept.set(key, values);
  }
  const all = [...results].map(([id, { numbers }]): [string, RunNumbers] => {
    if (chosen.length === 0) return [id, numbers];
    // never the usual windows under the name of chosen ones: a result that is gone by now is a gap
    const own = chosen.map((measure) => [
      measure.key,
      columns.get(keyOf(id, measure)) ?? new Float64Array(lengthOf(numbers)).fill(NaN),
    ]);
    return [
      id,
      {
        ...numbers,
        resultId: `${id} ${JSON.stringify(windows)}`,
        training: { ...numbers.training, ...Object.fromEntries(own) },
      },
    ];
  });
  for (const key of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(key);
  }
  return new Map(all);
}

const lengthOf = ({ training }: RunNumbers) => Object.values(training)[0]?.length ?? 0;
/** Results that say nothing of types had the paradigm's one. */
const typesOf = ({ trainingType }: Paradigm, numbers: RunNumbers) =>
  new Uint8Array(lengthOf(numbers)).fill(trialTypes.indexOf(trainingType));

function columnOf(
  measure: TrialMeasure,
  run: RecordedRun,
  numbers: RunNumbers,
  paradigm: Paradigm,
): Float64Array {
  if (whyNotInWindows(measure, paradigm, numbers.binMs)) return new Float64Array(run.types.length).fill(NaN);
  const acts = trialMeasures.some(
    ({ key, reads }) => reads === "licks" && numbers.training[key]?.some((value) => !Number.isNaN(value)),
  );
  return spread(measure, run, valuesInWindows(measure, measure.windows, run, paradigm, acts));
}

/** One entry per trial. Of a mean over ten trials each trial that it rests on has that mean, so that means over whole tens are exact. */
function spread(
  { types: own }: TrialMeasure,
  { types }: RecordedRun,
  { block, means, withValue }: BlockValues,
): Float64Array {
  if (block === 1) return means;
  const left = withValue.slice();
  return Float64Array.from(types, (place, trial) => {
    const row = Math.floor(trial / block);
    if (!own.includes(trialTypes[place]) || left[row] === 0) return NaN;
    left[row] -= 1;
    return means[row];
  });
}
