import { decodeProbes, decodeTraces } from "../../../contracts/run-result";
import { measureNamed } from "../../../engine/measures/registry";
import type { SessionToWrite } from "../../../formats/write/nwb";
import { aboutRun, type RunToWrite, signalOf, simulatedTrial, unitsOf } from "./about-run";

/** The probe blocks of a run as a session of their own: a trial for each block and type. */
export function probeSession({ run, result }: RunToWrite): SessionToWrite {
  const paradigm = run.paradigm.spec;
  const probes = decodeProbes(result.probes);
  const blocks = probes.trials.length;
  const { types, repetitions } = paradigm.probes;
  const trials = Array.from({ length: blocks * types.length }, (_, at) =>
    simulatedTrial(at + 1, types[at % types.length], null),
  );
  const indexes = trials.map(({ index }) => index);
  const indexOf = (block: number, type: (typeof types)[number]) =>
    block * types.length + types.indexOf(type) + 1;
  const traces = decodeTraces(result.traces, blocks).filter(({ bins }) => bins > 0);
  return {
    ...aboutRun(run, 2, "probes"),
    trials,
    events: [],
    measures: [
      {
        ...{ id: "after_trial", unit: "trial", window: null, trials: indexes },
        processing: "The training trial that the probe follows",
        values: Float64Array.from(trials, (_, at) => probes.trials[Math.floor(at / types.length)]),
      },
      ...Object.entries(probes.columns).map(([id, values]) => {
        const type = types.find((one) => measureNamed(id)?.types.includes(one) ?? true) ?? types[0];
        return {
          ...unitsOf(run, id),
          trials: Array.from(values, (_, block) => indexOf(block, type)),
          values,
        };
      }),
    ],
    signals: [...new Set(traces.map(({ signal }) => signal))].map((key) => {
      const own = traces.filter(({ signal }) => signal === key);
      const { bins } = own[0];
      const rows = own
        .flatMap(({ type, values }) =>
          Array.from({ length: blocks }, (_, block) => ({
            trial: indexOf(block, type),
            samples: values.subarray(block * bins, (block + 1) * bins),
          })),
        )
        .sort((a, b) => a.trial - b.trial);
      const samples = new Float32Array(rows.length * bins);
      rows.forEach((row, at) => samples.set(row.samples, at * bins));
      return {
        ...signalOf(run, key, bins),
        processing: `simulated; each row is the mean over ${repetitions} repetitions of a probe, in which nothing is learned`,
        ...{ trials: rows.map(({ trial }) => trial), samples, timestamps: null },
      };
    }),
  };
}
