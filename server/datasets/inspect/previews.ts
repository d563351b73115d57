import type { SignalPreview } from "../../../contracts/inspection";
import type { RecordedSignal, RecordedTrial, RecordingPart, Timing } from "../../../contracts/recording";
import { addRows, type Sums } from "../import/write/means";
import { cutAround } from "../read/cut";
import type { SampleBlock } from "../read/session";

type Part<K extends RecordingPart["kind"]> = Extract<RecordingPart, { kind: K }>;

/** What pictures hold at most: a file of any size passes through little memory. */
const mostSignals = 24;
const mostSubjects = 4;
const mostPoints = 500;
/** Of a continuous signal, in its first session of each shown subject: 8 MB. */
const mostSamples = 2 * 1024 * 1024;
const someWindow = { from: -2, to: 5 };
const stretchSeconds = 60;

/** Of one signal in one subject. */
interface Shown {
  /** Of trials: sums over all types. */
  readonly sums: Map<string, Sums>;
  /** Of the first session, when the signal is continuous. */
  readonly session: number;
  readonly blocks: SampleBlock[];
  held: number;
}

/** Gathers what the pictures of the first signals in the first subjects need. */
export function previews() {
  const signals = new Map<string, RecordedSignal>();
  const groups = new Map<string, string>();
  const trials = new Map<string, Map<number, RecordedTrial>>();
  const shown = new Map<string, Map<string, Shown>>();

  function addSamples(part: Part<"samples">): void {
    if (!signals.has(part.signal) || !groups.has(part.subject)) return;
    const bySubject = shown.get(part.signal) ?? new Map<string, Shown>();
    shown.set(part.signal, bySubject);
    let own = bySubject.get(part.subject);
    if (!own) {
      own = { sums: new Map(), session: part.session, blocks: [], held: 0 };
      bySubject.set(part.subject, own);
    }
    if (part.trials) {
      const session = trials.get(place(part));
      addRows(own.sums, part.trials, part.samples, (trial) => {
        const known = session?.get(trial);
        return { type: "", excluded: known?.excluded ?? false };
      });
    } else if (part.session === own.session && own.held < mostSamples) {
      const { first, samples, timestamps } = part;
      const left = mostSamples - own.held;
      own.blocks.push({
        ...{ trials: null, first, samples: samples.slice(0, left) },
        timestamps: timestamps && timestamps.slice(0, left),
      });
      own.held += samples.length;
    }
  }

  return {
    take(part: RecordingPart): void {
      if (part.kind === "signals")
        for (const signal of part.signals) {
          if (signals.size < mostSignals) signals.set(signal.id, signal);
        }
      else if (part.kind === "subjects")
        for (const { id, group } of part.subjects) {
          if (groups.size < mostSubjects) groups.set(id, group);
        }
      else if (part.kind === "trials" && groups.has(part.subject)) {
        const own = trials.get(place(part)) ?? new Map<number, RecordedTrial>();
        trials.set(place(part), own);
        for (const trial of part.trials) own.set(trial.index, trial);
      } else if (part.kind === "samples") addSamples(part);
    },

    async read(timing: Timing | null): Promise<SignalPreview[]> {
      const pictures: SignalPreview[] = [];
      for (const [id, signal] of signals) {
        const bySubject = [...(shown.get(id) ?? [])].map(([subject, own]) => ({
          ...{ subject, group: groups.get(subject) ?? "", own },
          alignedAt: [...(trials.get(place({ subject, session: own.session }))?.values() ?? [])]
            .filter(({ alignedAt, excluded }) => alignedAt !== null && !excluded)
            .map(({ alignedAt }) => alignedAt!),
        }));
        if (bySubject.length === 0) continue;
        pictures.push(
          signal.samplesPerTrial !== null
            ? ofTrials(signal, bySubject)
            : ((await ofCuts(signal, bySubject, timing)) ?? ofStretch(signal, bySubject)),
        );
      }
      return pictures;
    },
  };
}

interface ShownSubject {
  readonly subject: string;
  readonly group: string;
  readonly own: Shown;
  /** Of the first session's trials: seconds on its clock. */
  readonly alignedAt: readonly number[];
}

const place = ({ subject, session }: { readonly subject: string; readonly session: number }) =>
  `${session} ${subject}`;

function ofTrials(signal: RecordedSignal, subjects: readonly ShownSubject[]): SignalPreview {
  const { id, samplingRateHz: rate, t0Seconds, samplesPerTrial, unit, alignment } = signal;
  const timed = rate !== null && t0Seconds !== null;
  const { time, thin } = thinned(samplesPerTrial!, (at) => (timed ? t0Seconds + at / rate : at + 1));
  return {
    ...{ signal: id, kind: "trials", time, timed, alignment, unit },
    subjects: subjects.map(({ subject, group, own: { sums } }) => {
      const all = sums.get("");
      const mean = all ? all.sums.map((sum, at) => (all.counts[at] > 0 ? sum / all.counts[at] : NaN)) : [];
      return { subject, group, trials: all?.trials ?? 0, mean: thin(mean) };
    }),
  };
}

/** Null where no trial has an alignment event on the session's clock, or samples have no even clock. */
async function ofCuts(
  signal: RecordedSignal,
  subjects: readonly ShownSubject[],
  timing: Timing | null,
): Promise<SignalPreview | null> {
  const { id, samplingRateHz, t0Seconds, unit } = signal;
  if (samplingRateHz === null || subjects.every(({ alignedAt }) => alignedAt.length === 0)) return null;
  const window = timing?.cut ?? someWindow;
  const curves: {
    readonly subject: string;
    readonly group: string;
    readonly trials: number;
    readonly mean: Float64Array;
  }[] = [];
  let first = 0;
  for (const { subject, group, own, alignedAt } of subjects) {
    const cuts = await cutAround(eachOf(own.blocks), { samplingRateHz, t0Seconds }, alignedAt, window);
    const { samplesPerRow: width, samples } = cuts;
    first = cuts.t0Seconds;
    const sums = new Map<string, Sums>();
    const rows = alignedAt.map((_, row) => row);
    const met = rows.filter((row) =>
      samples.subarray(row * width, (row + 1) * width).some((value) => value === value),
    );
    addRows(sums, rows, samples, () => ({ type: "", excluded: false }));
    const all = sums.get("");
    const mean = Float64Array.from({ length: width }, (_, at) =>
      all && all.counts[at] > 0 ? all.sums[at] / all.counts[at] : NaN,
    );
    curves.push({ subject, group, trials: met.length, mean });
  }
  const { time, thin } = thinned(curves[0].mean.length, (at) => first + at / samplingRateHz);
  return {
    ...{
      signal: id,
      kind: "cut",
      time,
      timed: true,
      alignment: timing?.alignment ?? "alignment event",
      unit,
    },
    subjects: curves.map(({ mean, ...own }) => ({ ...own, mean: thin(mean) })),
  };
}

async function* eachOf(blocks: readonly SampleBlock[]) {
  yield* blocks;
}

/** The first minute as it is. */
function ofStretch(signal: RecordedSignal, subjects: readonly ShownSubject[]): SignalPreview {
  const { id, samplingRateHz: rate, t0Seconds, unit, alignment } = signal;
  const timed = rate !== null;
  const most = timed ? Math.max(2, Math.ceil(rate * stretchSeconds)) : mostPoints;
  const length = Math.min(most, Math.max(...subjects.map(({ own }) => own.held)));
  const { time, thin } = thinned(length, (at) => (timed ? (t0Seconds ?? 0) + at / rate : at + 1));
  return {
    ...{ signal: id, kind: "stretch", time, timed, alignment, unit },
    subjects: subjects.map(({ subject, group, own }) => {
      const values = new Float64Array(length).fill(NaN);
      for (const { first, samples } of own.blocks)
        for (let at = 0; at < samples.length && first + at < length; at += 1)
          values[first + at] = samples[at];
      return { subject, group, trials: 1, mean: thin(values) };
    }),
  };
}

/** Fewer points than samples: means over neighbours, in the precision that samples have. */
function thinned(length: number, timeOf: (at: number) => number) {
  const step = Math.max(1, Math.ceil(length / mostPoints));
  const points = Math.ceil(length / step);
  const round = (value: number) => Number(value.toPrecision(7));
  const centre = (point: number) => (point * step + Math.min(length, (point + 1) * step) - 1) / 2;
  return {
    time: Array.from({ length: points }, (_, point) => round(timeOf(centre(point)))),
    thin: (values: ArrayLike<number>) =>
      Array.from({ length: points }, (_, point) => {
        let [sum, count] = [0, 0];
        for (let at = point * step; at < Math.min(values.length, (point + 1) * step); at += 1)
          if (Number.isFinite(values[at])) {
            sum += values[at];
            count += 1;
          }
        return count > 0 ? round(sum / count) : null;
      }),
  };
}
