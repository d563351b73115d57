import type { RecordedSignal, RecordingPart } from "@/contracts/recording";
import { blockSamples } from "../limits";
import type { Notes } from "../reader";
import { Refusal, listed, quoted } from "../refusal";
import { askSource } from "../signals";
import { cutTiming } from "../timing";
import type { Selection } from "./events";
import { recordOf, type Frame } from "./frames";
import type { ArrayMapping, ChosenMatrix } from "./mapping";
import type { Rows } from "./matrix";
import type { Values } from "./model";
import { continuousTime, cutTime, type CutTime } from "./times";

/** The signals of all recordings of a file, each declared when it is first met. */
export class SignalParts {
  private readonly declared = new Set<string>();
  private readonly cutTimes = new Map<string, CutTime>();
  private readonly cutSignals: RecordedSignal[] = [];
  private readonly finite = new Map<string, boolean>();
  private shared: boolean | null = null;
  /** Whether when cue and reward come has been said. */
  timed = false;

  constructor(
    private readonly notes: Notes,
    private readonly mapping: ArrayMapping,
    private readonly base: number,
  ) {}

  /** Takes note of whether all matrices of the first recording have trials of one length. */
  alike(matrices: readonly Rows[]): void {
    const widths = new Set(matrices.flatMap(({ rows, samples }) => (rows > 0 ? [samples] : [])));
    this.shared ??= widths.size < 2;
  }

  /** The time of a matrix's samples; asked once for all where all have as many. */
  timeOf(id: string, samples: number, values: Values): CutTime {
    const key = `${this.shared ? "" : id} ${samples}`;
    const own =
      this.cutTimes.get(key) ??
      cutTime(this.notes, this.mapping, values, { id: this.shared ? null : id, samples, base: this.base });
    this.cutTimes.set(key, own);
    return own;
  }

  private *declare(signal: RecordedSignal): Generator<RecordingPart> {
    if (this.declared.has(signal.id)) return;
    this.declared.add(signal.id);
    if (signal.samplesPerTrial !== null) this.cutSignals.push(signal);
    yield { kind: "signals", signals: [signal] };
    if (signal.samplesPerTrial !== null && !this.timed) {
      this.timed = true;
      yield cutTiming(this.notes, this.cutSignals);
    }
  }

  *cut(
    { id, path: own, rows, samples, take }: ChosenMatrix & Rows,
    frame: Frame,
    all: readonly Selection[],
  ): Generator<RecordingPart> {
    if (rows === 0) return this.notes.remark(`${recordOf(frame)}${own} is empty: a gap.`);
    const time = this.timeOf(id, samples, frame.values);
    const before = this.cutSignals.find((signal) => signal.id === id);
    if (before && before.samplesPerTrial !== samples)
      throw new Refusal(
        `${recordOf(frame)}${quoted(own)} has ${samples} samples in a trial where others have ${before.samplesPerTrial}`,
        "save trials of one length in a file",
      );
    yield* this.declare({
      ...{ id, channel: id, samplesPerTrial: samples, ...time },
      ...askSource(this.notes, { id }),
    });
    for (const { place, rows: chosen, indexes } of all) {
      if (chosen.length === 0) continue;
      const samples = this.counted(id, take(chosen));
      yield {
        ...{ kind: "samples", ...place, signal: id, trials: [...indexes], first: 0, timestamps: null },
        samples,
      };
    }
  }

  *continuous(
    { id, orientation }: ChosenMatrix,
    { rows, samples, take }: Rows,
    frame: Frame,
    { place }: Selection,
  ): Generator<RecordingPart> {
    if (samples === 0) return;
    const { timestamps, ...time } = continuousTime(this.notes, this.mapping, frame.values, { id, samples });
    const channels = orientation === "continuous" ? 1 : rows;
    const all = take(Array.from({ length: channels }, (_, at) => at));
    for (let channel = 0; channel < channels; channel++) {
      const signal = channels === 1 ? id : `${id}.${channel + 1}`;
      yield* this.declare({
        ...{ id: signal, channel: signal, samplesPerTrial: null, ...time, alignment: "session start" },
        ...askSource(this.notes, { id: signal }),
      });
      for (let first = 0; first < samples; first += blockSamples) {
        const to = Math.min(samples, first + blockSamples);
        yield {
          ...{ kind: "samples", ...place, signal, trials: null, first },
          samples: this.counted(signal, all.slice(channel * samples + first, channel * samples + to)),
          timestamps: timestamps?.slice(first, to) ?? null,
        };
      }
    }
  }

  /** Takes note of whether a signal has any number. @returns the samples. */
  private counted<T extends Float32Array>(signal: string, samples: T): T {
    if (!this.finite.get(signal)) this.finite.set(signal, samples.some(Number.isFinite));
    return samples;
  }

  /** @throws Refusal when no signal has any number. */
  checkNumbers(): void {
    const silent = [...this.finite].filter(([, any]) => !any).map(([signal]) => signal);
    if (silent.length === 0) return;
    const what = `${listed(silent)} ${silent.length === 1 ? "holds" : "hold"} no number, only gaps`;
    if (silent.length === this.finite.size) throw new Refusal(what, "check the export of the signals");
    this.notes.remark(`${what}.`);
  }
}
