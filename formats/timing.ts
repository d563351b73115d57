import type { RecordingPart } from "@/contracts/recording";
import { inNumber, inNumberOrNull, inText, inTextOrNone } from "./inputs";
import type { Asked, Notes } from "./reader";

export type TimingPart = Extract<RecordingPart, { kind: "timing" }>;
type Timing = Omit<TimingPart, "kind">;

const baselineQuestion =
  "Responses are counted from the mean of a baseline window. In seconds from the alignment event,";

/** When cue and reward come and what the baseline is. `known` says that a file states it all; otherwise it is asked. */
export function timingPart(notes: Notes, guess: Timing, known = false): TimingPart {
  const pose = <T>(asked: Asked<T>) => (known ? notes.tell(asked) : notes.ask(asked));
  const at = `from time 0${guess.alignment === null ? "" : ` (${guess.alignment})`}`;
  const when = (field: string, value: number | null, question: string, above: number | null = null) =>
    pose<number | null>({
      ...{ field: `timing.${field}`, about: "timing", guess: value, cannotBeKnown: true },
      ...{ input: inNumberOrNull("s", above), question },
    });
  const edge = (field: string, value: number, question: string) =>
    pose({
      ...{ field: `baseline.${field}`, about: "timing", guess: value, cannotBeKnown: true },
      ...{ input: inNumber("s"), question: `${baselineQuestion} ${question}` },
    });
  return {
    ...{ kind: "timing", alignment: guess.alignment, cut: guess.cut },
    cueSeconds: when("cueSeconds", guess.cueSeconds, `How many seconds ${at} does the cue begin?`),
    rewardSeconds: when("rewardSeconds", guess.rewardSeconds, `How many seconds ${at} does the reward come?`),
    cueDurationSeconds: when(
      "cueDurationSeconds",
      guess.cueDurationSeconds,
      "How many seconds does the cue last?",
      0,
    ),
    baseline: guess.baseline && {
      from: edge("fromSeconds", guess.baseline.from, "when does it begin?"),
      to: edge("toSeconds", guess.baseline.to, "when does it end?"),
    },
  };
}

/** The task that subjects did and the word for them. */
export function studyPart(
  notes: Notes,
  guess: { readonly task?: string; readonly replicate?: string },
  known = false,
): RecordingPart {
  const pose = <T>(asked: Asked<T>) => (known ? notes.tell(asked) : notes.ask(asked));
  const task = pose({
    ...{ field: "study.task", about: "study", guess: guess.task ?? "", cannotBeKnown: true },
    question:
      "Which task is this? Only recordings and simulations of one task, under the same name, are drawn on the same axes.",
    input: inTextOrNone("Trace conditioning", "Random rewards"),
  });
  const replicate = pose({
    ...{ field: "study.replicate", about: "study", guess: guess.replicate ?? "animals" },
    ...{ question: "What does N count, in the plural?", input: inText("mice", "rats", "animals") },
  });
  return { kind: "study", task: task.slice(0, 120) || null, replicate: replicate.slice(0, 40) };
}
