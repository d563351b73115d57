import type { RunFigures } from "../../contracts/run";
import {
  decodeBlockTraces,
  decodeLicks,
  decodeProbes,
  decodeTraces,
  decodeTraining,
  type StoredTrace,
  summaryBlock,
} from "../../contracts/run-result";
import { theories } from "../../engine/theories/registry";
import { Problem } from "../errors";

interface Parts {
  readonly training: Uint8Array;
  readonly probes: Uint8Array;
  readonly licks: Uint8Array;
  readonly traces: Uint8Array;
  readonly blockTraces: Uint8Array;
  readonly traceBinMs: number;
}

/** A page draws no finer than this; the means per hundred trials keep what was recorded. */
const finestHeatMapMs = 10;

/** Of all traces together. */
const mostValues = 12_000_000;

/** The stored columns of a run as a page draws them. A gap is null. Throws too-large. */
export function figuresOf(parts: Parts, theory: string): RunFigures {
  const probes = decodeProbes(parts.probes);
  const { times, offsets, stimulated } = decodeLicks(parts.licks);
  const { blocks, traces: blockTraces } = decodeBlockTraces(parts.blockTraces);
  const group = Math.max(1, Math.round(finestHeatMapMs / (parts.traceBinMs || finestHeatMapMs)));
  const kept = decodeTraces(parts.traces, probes.trials.length);
  // an imported archive may hold what no launch would have made
  if (kept.reduce((sum, { rows, bins }) => sum + rows * Math.ceil(bins / group), 0) > mostValues)
    throw new Problem("too-large", "This run kept more of its traces than a page can show.", {
      where: "traces",
      next: "Take them away as NWB.",
    });
  const shown = (trace: StoredTrace, binMs: number) => ({
    ...{ signal: trace.signal, type: trace.type, unit: unitOf(theory, trace.signal), binMs },
    rows: rowsOf(trace),
  });
  return {
    training: seriesOf(decodeTraining(parts.training)),
    probeTrials: [...probes.trials],
    probes: seriesOf(probes.columns),
    licks: Array.from({ length: stimulated.length }, (_, trial) => [
      ...times.subarray(offsets[trial], offsets[trial + 1]),
    ]),
    stimulated: Array.from(stimulated, (flag) => flag === 1),
    traces: kept.map((trace) => shown(coarser(trace, group), parts.traceBinMs * group)),
    blockTraces: {
      trials: [...blocks].map((_, row) => ({ from: row * summaryBlock + 1, to: (row + 1) * summaryBlock })),
      traces: blockTraces.map((trace) => shown(trace, parts.traceBinMs)),
    },
  };
}

const unitOf = (theory: string, signal: string) =>
  theories
    .find(({ declaration }) => declaration.key === theory)
    ?.declaration.signals.find(({ key }) => key === signal)?.unit ?? "";

const seriesOf = (columns: Readonly<Record<string, Float64Array>>) =>
  Object.fromEntries(
    Object.entries(columns).map(([key, values]) => [
      key,
      Array.from(values, (value) => (Number.isFinite(value) ? value : null)),
    ]),
  );

/** Six digits: a page draws no more, and the answer is a third as long. */
const rowsOf = ({ rows, bins, values }: StoredTrace) =>
  Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * bins, (row + 1) * bins), (value) =>
      Number.isFinite(value) ? Number(value.toPrecision(6)) : null,
    ),
  );

/** Means of `group` neighbouring bins; a last, shorter group is the mean of what it has. */
function coarser(trace: StoredTrace, group: number): StoredTrace {
  if (group === 1) return trace;
  const bins = Math.ceil(trace.bins / group);
  const values = new Float32Array(trace.rows * bins);
  for (let row = 0; row < trace.rows; row += 1)
    for (let bin = 0; bin < bins; bin += 1) {
      const from = row * trace.bins + bin * group;
      const part = trace.values.subarray(from, Math.min(from + group, (row + 1) * trace.bins));
      values[row * bins + bin] = part.reduce((sum, value) => sum + value, 0) / part.length;
    }
  return { ...trace, bins, values };
}
