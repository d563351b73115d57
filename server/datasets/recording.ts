import type { Reader } from "../access/grant";
import { addRows, type Sums } from "./import/write/means";
import { grouped } from "./read/grouped";
import { numbersIn } from "./read/numbers";
import { samplesOf } from "./read/session";
import { listMeans } from "./read/store";
import { listSessions, listSignals, type SessionRecord, type SignalRecord } from "./store";

/** A signal that is cut into trials and placed in time: what can be averaged and drawn. */
export interface AlignedSignal extends Omit<
  SignalRecord,
  "id" | "samplingRateHz" | "t0Seconds" | "samplesPerTrial"
> {
  readonly samplingRateHz: number;
  readonly t0Seconds: number;
  /** In a trial. */
  readonly samples: number;
}

/** An imported version, averaged over trials: what pages and comparisons read. */
export interface Recording {
  readonly signals: readonly AlignedSignal[];
  /** Signals that cannot be averaged over trials, and why; for a person. */
  readonly left: readonly string[];
  readonly subjects: readonly RecordedSubject[];
}
export interface RecordedSubject {
  readonly name: string;
  readonly group: string;
  readonly sex: string | null;
  readonly genotype: string | null;
  readonly sessions: readonly Pick<
    SessionRecord,
    "index" | "session" | "date" | "trials" | "excluded" | "signals"
  >[];
  /** By signal: mean over the trials that are not excluded, per sample; NaN where every trial has a gap. */
  readonly means: ReadonlyMap<string, Float64Array>;
}
/** Versions never change once imported, so their means are kept; the least recently used go first. */
const most = 50;
const kept = new Map<string, Recording>();

/** @param versionId of an imported version; the grant is checked by the queries, or was when the version was found. */
export async function recordingOf(grant: Reader, versionId: string): Promise<Recording> {
  const key = `${grant.labId} ${versionId}`;
  const recording = kept.get(key) ?? (await read(grant, versionId));
  kept.delete(key);
  kept.set(key, recording);
  for (const old of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(old);
  }
  return recording;
}

async function read(grant: Reader, versionId: string): Promise<Recording> {
  const all = await listSignals(grant, versionId);
  const signals = all.flatMap(({ id: _, samplesPerTrial: samples, samplingRateHz, t0Seconds, ...signal }) =>
    samples !== null && samplingRateHz !== null && t0Seconds !== null
      ? [{ ...signal, samples, samplingRateHz, t0Seconds }]
      : [],
  );
  const left = all.flatMap(({ name, samplesPerTrial, samplingRateHz, t0Seconds }) => {
    if (samplesPerTrial === null) return [`${name} is continuous: it has no mean over trials.`];
    if (samplingRateHz === null) return [`${name} has no sampling rate: it cannot be placed in time.`];
    return t0Seconds === null
      ? [`${name}: nobody knows when its first sample was taken, so it cannot be placed in time.`]
      : [];
  });
  const sessions = grouped(await listSessions(grant, versionId), ({ subjectId }) => subjectId);
  const subjects: RecordedSubject[] = [];
  // one subject at a time: a whole dataset need not fit into memory
  for (const [subjectId, own] of sessions) {
    const [{ subject: name, group, sex, genotype }] = own;
    const stored = await listMeans(grant, subjectId);
    const means = stored.length > 0 ? meansOf(stored.map(summed)) : await meansOfSamples(grant, own, signals);
    subjects.push({ name, group, sex, genotype, sessions: own, means });
  }
  return { signals, left, subjects };
}

type Summed = Pick<Sums, "sums" | "counts"> & { readonly signal: string };
const summed = ({ signal, sums, counts }: { signal: string; sums: Buffer; counts: Buffer }): Summed => ({
  signal,
  sums: numbersIn(Float64Array, sums),
  counts: numbersIn(Int32Array, counts),
});

/** Of datasets that were imported when no sums were kept. */
async function meansOfSamples(
  grant: Reader,
  sessions: readonly SessionRecord[],
  signals: readonly AlignedSignal[],
) {
  const all: Summed[] = [];
  for (const { id } of sessions)
    for (const { name: signal } of signals) {
      const sums = new Map<string, Sums>();
      for await (const { trials, samples } of samplesOf(grant, id, signal))
        if (trials) addRows(sums, trials, samples, () => undefined);
      for (const own of sums.values()) all.push({ signal, ...own });
    }
  return meansOf(all);
}

/** Mean over trials per sample, gaps left out. */
function meansOf(parts: readonly Summed[]): Map<string, Float64Array> {
  return new Map(
    [...grouped(parts, ({ signal }) => signal)].map(([signal, own]) => {
      const mean = new Float64Array(Math.max(...own.map(({ sums }) => sums.length)));
      for (let at = 0; at < mean.length; at += 1) {
        let [sum, count] = [0, 0];
        for (const { sums, counts } of own) {
          sum += sums[at] ?? 0;
          count += counts[at] ?? 0;
        }
        mean[at] = count > 0 ? sum / count : NaN;
      }
      return [signal, mean];
    }),
  );
}
