import type { RecordedSignal, RecordingPart } from "@/contracts/recording";
import { inNumber, inNumberOrNull, inText, inTextOrNone } from "./inputs";
import type { Notes } from "./reader";

export type TimingPart = Extract<RecordingPart, { kind: "timing" }>;
type Timing = Omit<TimingPart, "kind">;

const baselineQuestion =
  "Responses are counted from the mean of a baseline window. In seconds from the alignment event,";

/**
 * When cue and reward come and what the baseline is. `known` is what the file states: all of it, the moments of cue and
 * reward, or nothing; the rest is asked.
 */
export function timingPart(
  notes: Notes,
  guess: Timing,
  known: "all" | "moments" | "nothing" = "nothing",
): TimingPart {
  const at = `from time 0${guess.alignment === null ? "" : ` (${guess.alignment})`}`;
  const when = (field: string, value: number | null, question: string, above: number | null = null) =>
    notes.pose<number | null>(known !== "nothing" && (value !== null || above === null), {
      ...{ field: `timing.${field}`, about: "timing", guess: value, cannotBeKnown: known === "nothing" },
      ...{ input: inNumberOrNull("s", above), question },
    });
  const edge = (field: string, value: number, question: string) =>
    notes.pose(known === "all", {
      ...{ field: `baseline.${field}`, about: "timing", guess: value, cannotBeKnown: true },
      ...{ input: inNumber("s"), question: `${baselineQuestion} ${question}` },
    });
  const cueSeconds = when("cueSeconds", guess.cueSeconds, `How many seconds ${at} does the cue begin?`);
  // licking and dopamine change with the cue
  const baseline =
    guess.baseline && cueSeconds !== null && cueSeconds > guess.baseline.from
      ? { from: guess.baseline.from, to: Math.min(cueSeconds, guess.baseline.to) }
      : guess.baseline;
  return {
    ...{ kind: "timing", alignment: guess.alignment, cut: guess.cut, cueSeconds },
    rewardSeconds: when("rewardSeconds", guess.rewardSeconds, `How many seconds ${at} does the reward come?`),
    cueDurationSeconds: when(
      "cueDurationSeconds",
      guess.cueDurationSeconds,
      "How many seconds does the cue last?",
      0,
    ),
    baseline: baseline && {
      from: edge("fromSeconds", baseline.from, "when does it begin?"),
      to: edge("toSeconds", baseline.to, "when does it end?"),
    },
  };
}

/** From the first sample up to the event, or up to the cue that somebody gives; null where nothing comes before. */
export const baselineBefore = (first: number | null, last: number | null): Timing["baseline"] =>
  first === null || last === null || last <= first
    ? null
    : { from: first, to: first < 0 ? Math.min(0, last) : last };

/** The timing of trials that are cut already, from what their signals are aligned to. */
export function cutTiming(notes: Notes, signals: readonly RecordedSignal[]): TimingPart {
  const [{ alignment, t0Seconds, samplingRateHz, samplesPerTrial }] = signals;
  const apart = signals.find((signal) => signal.alignment !== alignment);
  if (apart)
    notes.remark(
      `Signals are aligned to different events (${alignment}, ${apart.alignment}); cue and reward are timed from ${alignment}.`,
    );
  const end =
    t0Seconds === null || samplingRateHz === null
      ? null
      : t0Seconds + (samplesPerTrial ?? 1) / samplingRateHz;
  return timingPart(notes, {
    ...{ alignment, cut: null, cueDurationSeconds: null },
    cueSeconds: alignment === "cue" ? 0 : null,
    rewardSeconds: alignment === "reward" ? 0 : null,
    baseline: baselineBefore(t0Seconds, end),
  });
}

/** The task that subjects did and the word for them. */
export function studyPart(
  notes: Notes,
  guess: { readonly task?: string; readonly replicate?: string },
  known = false,
): RecordingPart {
  const task = notes.pose(known, {
    ...{ field: "study.task", about: "study", guess: guess.task ?? "", cannotBeKnown: true },
    question:
      "Which task is this? Only recordings and simulations of one task, under the same name, are drawn on the same axes.",
    input: inTextOrNone("Trace conditioning", "Random rewards"),
  });
  const replicate = notes.pose(known, {
    ...{ field: "study.replicate", about: "study", guess: guess.replicate ?? "animals" },
    ...{ question: "What does N count, in the plural?", input: inText("mice", "rats", "animals") },
  });
  return { kind: "study", task: task.slice(0, 120) || null, replicate: replicate.slice(0, 40) };
}
