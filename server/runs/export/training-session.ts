import {
  decodeLicks,
  decodeTraining,
  decodeTrainingTraces,
  decodeTrialTypes,
} from "../../../contracts/run-result";
import { type TrialType, trialTypes } from "../../../engine/paradigms/paradigm";
import { trainingTraceBlock } from "../../../engine/run-record";
import type { SessionToWrite } from "../../../formats/write/nwb";
import { aboutRun, type RunToWrite, signalOf, simulatedTrial, unitsOf } from "./about-run";

/** The training trials of a run as a session: licks and measures of each, dopamine as means over ten of one type. */
export function trainingSession({ run, result }: RunToWrite): SessionToWrite {
  const paradigm = run.paradigm.spec;
  const { times, offsets, stimulated } = decodeLicks(result.licks);
  const codes = decodeTrialTypes(result.training);
  const types = Array.from(stimulated, (_, at): TrialType =>
    codes ? trialTypes[codes[at]] : paradigm.trainingType,
  );
  const trials = types.map((type, at) => simulatedTrial(at + 1, type, stimulated[at] === 1));
  const indexes = trials.map(({ index }) => index);
  const acts = run.model.parameters.acts !== false;
  const of = Int32Array.from(times);
  stimulated.forEach((_, at) => of.fill(at + 1, offsets[at], offsets[at + 1]));
  return {
    ...aboutRun(run, 1, "training"),
    trials,
    measures: Object.entries(decodeTraining(result.training)).map(([id, values]) => ({
      ...unitsOf(run, id),
      ...{ trials: indexes, values },
    })),
    // of a model that does not act there are no licks, which is not the same as none
    events: acts
      ? [
          {
            ...{
              type: "lick",
              meaning: "lick" as const,
              trials: Array.from(of),
              durations: null,
              values: null,
            },
            times: Float64Array.from(times, (ms) => ms / 1000),
          },
        ]
      : [],
    signals: result.trainingTraces ? tens(run, result.trainingTraces, result.traceBinMs, types) : [],
  };
}

/** A row for the last trial of its type in each ten, which stands for all of that type among them. */
function tens(run: RunToWrite["run"], bytes: Uint8Array, binMs: number, types: readonly TrialType[]) {
  const traces = decodeTrainingTraces(bytes, binMs).filter(({ bins }) => bins > 0);
  return [...new Set(traces.map(({ signal }) => signal))].map((key): SessionToWrite["signals"][number] => {
    const own = traces.filter(({ signal }) => signal === key);
    const bins = own[0].bins;
    const rows = own.flatMap(({ type, counts, values }) =>
      Array.from(counts).flatMap((count, row) => {
        const end = Math.min(types.length, (row + 1) * trainingTraceBlock);
        const trial = types.lastIndexOf(type, end - 1) + 1;
        return count > 0 ? [{ trial, samples: values.subarray(row * bins, (row + 1) * bins) }] : [];
      }),
    );
    rows.sort((a, b) => a.trial - b.trial);
    const samples = new Float32Array(rows.length * bins);
    rows.forEach((row, at) => samples.set(row.samples, at * bins));
    return {
      ...signalOf(run, key, bins),
      processing:
        "simulated; each row is the mean over those of ten successive training trials (1 to 10, 11 to 20, …) that are of " +
        "the type of the trial it stands at, the last of them",
      ...{ trials: rows.map(({ trial }) => trial), samples, timestamps: null },
    };
  });
}
