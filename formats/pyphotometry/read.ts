import path from "node:path";
import type { RecordedSignal } from "@/contracts/recording";
import { Alignment } from "../alignment";
import { askGroups } from "../codes";
import { blockSamples } from "../limits";
import { meaningOf } from "../meaning";
import type { Notes, Parts, Reading } from "../reader";
import { Refusal } from "../refusal";
import { askSource } from "../signals";
import { studyPart } from "../timing";
import { ppdContents } from "./contents";
import { readHeader, type PpdHeader } from "./header";
import { layoutOf, type Channel, type Layout } from "./layout";

/**
 * pyPhotometry's .ppd: uint16 length of a JSON header, the header, then little-endian uint16 numbers, of which the
 * upper 15 bits are an analog sample (volts = (x >> 1) volts_per_division) and the lowest is a digital input.
 */

function* framesOf({ file }: Reading, { end }: PpdHeader, width: number): Generator<Uint16Array> {
  const bytes = 2 * width;
  const whole = end + Math.floor((file.size - end) / bytes) * bytes;
  for (const piece of file.pieces(end, whole, bytes * Math.max(1, Math.floor(blockSamples / width)))) {
    const numbers = new Uint16Array(piece.length / 2);
    for (let at = 0; at < numbers.length; at++) numbers[at] = piece.readUInt16LE(2 * at);
    yield numbers;
  }
}

const signalId = (at: number) => `analog ${at + 1}`;

function signalsOf(notes: Notes, header: PpdHeader, { channels }: Layout): RecordedSignal[] {
  return channels.map(({ baseline }, at) => ({
    ...{ id: signalId(at), channel: signalId(at), samplesPerTrial: null },
    ...{ samplingRateHz: header.sampling_rate, t0Seconds: 0, alignment: "session start" },
    ...askSource(notes, {
      ...{ id: signalId(at), unit: "V" },
      processing:
        baseline === null ? `as recorded, mode ${header.mode}` : "LED on minus the baseline before it",
    }),
  }));
}

function voltsOf(
  numbers: Uint16Array,
  width: number,
  { sample, baseline }: Channel,
  volts: number,
): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(numbers.length / width);
  for (let at = 0; at < samples.length; at++) {
    const dark = baseline === null ? 0 : numbers[at * width + baseline] >> 1;
    samples[at] = ((numbers[at * width + sample] >> 1) - dark) * volts;
  }
  return samples;
}

/** A digital input rises where its bit turns to 1, and stays until it is 0 again. */
class Rises {
  readonly times: number[] = [];
  readonly durations: number[] = [];
  private before = 0;

  /** `at` is where in a frame the input's bit stands. */
  constructor(
    readonly type: string,
    private readonly at: number,
    private readonly rate: number,
  ) {}

  add(numbers: Uint16Array, width: number, first: number): void {
    for (let frame = 0; frame * width < numbers.length; frame++) {
      const bit = numbers[frame * width + this.at] & 1;
      const time = (first + frame) / this.rate;
      if (bit && !this.before && time > 0) this.times.push(time);
      // high from the start on: when it rose is not known
      if (!bit && this.before && this.times.length > this.durations.length)
        this.durations.push(time - this.times[this.times.length - 1]);
      this.before = bit;
    }
  }
}

export async function* readPpd(reading: Reading): Parts {
  const { file, notes } = reading;
  const header = readHeader(file);
  yield ppdContents(header);
  const width = header.n_analog_signals;
  const [head] = framesOf(reading, header, width);
  if (!head) throw new Refusal("The .ppd file has a header and no samples", "record or copy it again");
  const layout = layoutOf(header, reading, head);
  const volts = [header.volts_per_division].flat();
  const subject =
    String(header.subject_ID).trim().slice(0, 200) || path.parse(file.name).name.slice(0, 200) || "subject";
  const where = { subject, session: 1 };

  yield { kind: "source", format: "pyPhotometry", title: file.name, licence: null, citation: null };
  const groupOf = askGroups(notes, [subject]);
  yield { kind: "subjects", subjects: [{ id: subject, group: groupOf(subject), sex: null, genotype: null }] };
  yield { kind: "sessions", sessions: [{ subject, index: 1, name: "1", date: header.date_time || null }] };
  yield studyPart(notes, {});
  yield { kind: "signals", signals: signalsOf(notes, header, layout) };

  const inputs = Math.min(header.n_digital_signals, layout.channels.length);
  const rises = Array.from(
    { length: inputs },
    (_, at) => new Rises(`digital ${at + 1}`, (layout.width / width) * at, header.sampling_rate),
  );
  let first = 0;
  for (const numbers of framesOf(reading, header, layout.width)) {
    for (const [at, channel] of layout.channels.entries())
      yield {
        ...{ kind: "samples", ...where, signal: signalId(at), trials: null, first, timestamps: null },
        samples: voltsOf(numbers, layout.width, channel, volts[at] ?? volts[0]),
      };
    for (const input of rises) input.add(numbers, layout.width, first);
    first += numbers.length / layout.width;
  }
  const alignment = new Alignment();
  for (const { type, times, durations } of rises)
    if (times.length > 0)
      yield alignment.noted({
        ...{ kind: "events", ...where, type, meaning: meaningOf(notes, type), trials: null },
        times: Float64Array.from(times),
        ...{ values: null, durations: Float64Array.from(times, (_, at) => durations[at] ?? NaN) },
      });
  yield* alignment.parts(notes);
  const left = (file.size - header.end) % (2 * layout.width);
  if (left > 0) notes.remark(`The last ${left} bytes are an incomplete frame and were left out.`);
}
