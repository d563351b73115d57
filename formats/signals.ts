import type { RecordedSignal } from "@/contracts/recording";
import { alignments, inNumberOrNull, inText, inTextOrNone, units } from "./inputs";
import type { Notes } from "./reader";
import { quoted } from "./refusal";

/** What a file says of a signal; what it does not say is asked. */
export interface KnownSignal {
  readonly id: string;
  readonly unit?: string;
  readonly region?: string;
  readonly sensor?: string;
  readonly processing?: string;
}

/** Without an id, the answer is for all signals. */
const about = (id: string | null, what: string) =>
  ({
    field: id === null ? `signals.${what}` : `signals.${id}.${what}`,
    about: "signals",
    id: id?.slice(0, 200),
  }) as const;

/** Where and with what a signal was recorded, in which unit, and what was done to it. */
export function askSource(
  notes: Notes,
  { id, unit, region = "", sensor = "", processing = "" }: KnownSignal,
): Pick<RecordedSignal, "region" | "sensor" | "unit" | "processing"> {
  const askedUnit = { ...about(id, "unit"), input: inText(...units) };
  return {
    unit: (unit
      ? notes.tell({ ...askedUnit, guess: unit, question: `In which unit is ${quoted(id)}?` })
      : notes.ask({
          ...{ ...askedUnit, guess: "a.u." },
          question: `Signal ${quoted(id)} has no unit: is it dF/F, z-score, volts?`,
        })
    ).slice(0, 80),
    region: notes
      .tell({
        ...{ ...about(id, "region"), guess: region, input: inTextOrNone("NAc", "VTA", "DS") },
        question: `In which region of the brain was ${quoted(id)} recorded, if in one?`,
      })
      .slice(0, 200),
    sensor: notes
      .tell({
        ...{ ...about(id, "sensor"), guess: sensor, input: inTextOrNone("dopamine", "dLight1", "GRAB-DA") },
        question: `What was ${quoted(id)} measured with?`,
      })
      .slice(0, 200),
    processing: notes.tell({
      ...{ ...about(id, "processing"), guess: processing, input: inTextOrNone() },
      question: `What was done to the numbers of ${quoted(id)}?`,
    }),
  };
}

/** A sampling rate that nothing states, in Hz; null while nobody knows. */
export const askRate = (
  notes: Notes,
  id: string | null,
  of: string,
  guess: number | null = null,
): number | null =>
  notes.ask<number | null>({
    ...{ ...about(id, "samplingRateHz"), guess, input: inNumberOrNull("Hz", 0), cannotBeKnown: true },
    question: `${of} have no time: how many of them are a second?`,
  });

export const askIndexBase = (notes: Notes, field: string, question: string, guess: number): number =>
  notes.ask({
    ...{ field, about: "timing", guess, question, cannotBeKnown: true },
    input: {
      kind: "choice",
      options: [
        { value: 0, label: "the first is 0" },
        { value: 1, label: "the first is 1" },
      ],
      optional: false,
    },
  });

/** When the first sample of a trial is: in seconds from the alignment event, or by the sample that is at the event. */
export function askStart(
  notes: Notes,
  id: string | null,
  of: string,
  { rateHz, base }: { rateHz: number | null; base: number },
): number | null {
  const sample = notes.tell<number | null>({
    ...{ ...about(id, "alignmentSample"), guess: null, input: inNumberOrNull(null) },
    question: `${of}: at which sample is the alignment event? Leave empty to give the time of the first sample instead.`,
  });
  if (sample !== null) {
    const first = askIndexBase(
      notes,
      about(id, "indexBase").field,
      `${of}: is the first counted as 0 or as 1?`,
      base,
    );
    return rateHz === null ? null : -(sample - first) / rateHz || 0;
  }
  return notes.ask<number | null>({
    ...{ ...about(id, "t0Seconds"), guess: null, input: inNumberOrNull("s"), cannotBeKnown: true },
    question: `${of}: at which second from the alignment event is the first?`,
  });
}

export const askAlignment = (notes: Notes, id: string | null, of: string, guess: string | null): string =>
  notes
    .ask({
      ...{ ...about(id, "alignment"), guess: guess ?? "event", input: inText(...alignments) },
      ...{ question: `${of}: which event are they aligned to?`, cannotBeKnown: true },
    })
    .slice(0, 200);

/** A unit in a name: "dff (%)", "iri [s]"; an output of a rig, "AIn-1 (AOut-2)", is none. */
export function unitNamed(name: string): string | null {
  const unit = /[([]\s*([^\s()[\]]{1,20})\s*[)\]]\s*$/.exec(name)?.[1] ?? null;
  return unit !== null && /^[a-z]{2,}[-_]?\d+$/i.test(unit) ? null : unit;
}
/** "latency_ms" */
const unitAtEnd = (name: string) => /_(ms|s|sec|hz)$/i.exec(name)?.[1] ?? null;

export const askMeasureUnit = (notes: Notes, id: string): string =>
  notes
    .tell({
      ...({
        field: `measures.${id}.unit`,
        about: "measures",
        id,
        input: inText("s", "ms", "Hz", "licks"),
      } as const),
      ...{
        guess: unitNamed(id) ?? unitAtEnd(id) ?? "as in the file",
        question: `In which unit is ${quoted(id)}?`,
      },
    })
    .slice(0, 80);
