import type { InLab } from "../access/grant";
import { listSamples, listSessions, listSignals, type SignalRecord } from "./store";

/** An imported version, averaged over trials: what pages and comparisons read. */
export interface Recording {
  readonly signals: readonly (Omit<SignalRecord, "id"> & { readonly samples: number })[];
  readonly subjects: readonly RecordedSubject[];
}
export interface RecordedSubject {
  readonly name: string;
  readonly group: string;
  readonly sessions: readonly {
    readonly name: string;
    readonly trials: number;
    readonly excluded: number;
  }[];
  /** By signal: mean over the trials that are not excluded, per sample; NaN where every trial has a gap. */
  readonly means: ReadonlyMap<string, Float64Array>;
}
/** Versions never change once imported, so their means are kept; the least recently used go first. */
const most = 50;
const kept = new Map<string, Recording>();

/** @param versionId of an imported version; the grant is checked by the queries, or was when the version was found. */
export async function recordingOf(grant: InLab, versionId: string): Promise<Recording> {
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

async function read(grant: InLab, versionId: string): Promise<Recording> {
  const signals = await listSignals(grant, versionId);
  const nameOf = new Map(signals.map(({ id, name }) => [id, name]));
  const subjects = new Map<string, RecordedSubject & { sessions: RecordedSubject["sessions"][number][] }>();
  const lengths = new Map<string, number>();
  for (const row of await listSessions(grant, [versionId])) {
    let subject = subjects.get(row.subjectId);
    if (!subject) {
      const means = new Map<string, Float64Array>();
      // one subject at a time: samples of a whole dataset need not fit into memory
      for (const [signalId, mean] of meansOf(await listSamples(grant, row.subjectId))) {
        means.set(nameOf.get(signalId)!, mean);
        lengths.set(signalId, Math.max(mean.length, lengths.get(signalId) ?? 0));
      }
      subject = { name: row.subject, group: row.group, sessions: [], means };
      subjects.set(row.subjectId, subject);
    }
    subject.sessions.push({ name: row.session, trials: row.trials, excluded: row.excluded });
  }
  return {
    signals: signals.map(({ id, ...signal }) => ({ ...signal, samples: lengths.get(id) ?? 0 })),
    subjects: [...subjects.values()],
  };
}

/** Mean over trials per sample, gaps left out. */
function meansOf(trials: readonly { signalId: string; values: Uint8Array }[]): Map<string, Float64Array> {
  const sums = new Map<string, { sum: Float64Array; count: Int32Array }>();
  for (const { signalId, values } of trials) {
    const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
    const length = values.byteLength / 4;
    const own = sums.get(signalId) ?? { sum: new Float64Array(length), count: new Int32Array(length) };
    sums.set(signalId, own);
    for (let i = 0; i < length; i += 1) {
      const value = view.getFloat32(i * 4, true);
      if (Number.isNaN(value)) continue;
      own.sum[i] += value;
      own.count[i] += 1;
    }
  }
  return new Map(
    [...sums].map(([signalId, { sum, count }]) => [
      signalId,
      sum.map((total, i) => (count[i] > 0 ? total / count[i] : NaN)),
    ]),
  );
}
