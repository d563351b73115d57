import type { EventMeaning } from "@/contracts/recording";
import { inChoice } from "./inputs";
import type { Notes } from "./reader";
import { quoted } from "./refusal";

const words: readonly (readonly [EventMeaning, RegExp])[] = [
  ["lick", /lick|spout[ _-]?contact/i],
  ["stimulation", /stim(?!ulus)|opto|laser|\bled\b/i],
  ["reward", /reward|water|sucrose|juice|solenoid|\bUS\b|valve|pellet/i],
  ["cue", /cue|tone|odou?r|\bCS[ _+-]?\d?\b|stimulus|\blight\b/i],
];

/** What a type of event seems to be by its name; null where that says nothing. */
export const meaningNamed = (type: string): EventMeaning | null =>
  words.find(([, word]) => word.test(type.replaceAll("_", " ")))?.[0] ?? null;

const labels = {
  lick: "licks",
  cue: "cues",
  reward: "rewards",
  stimulation: "stimulation",
  other: "something else",
} satisfies Record<EventMeaning, string>;

/** What a type of event is: by its name, by that of what it is inside of, or as somebody says. */
export function meaningOf(notes: Notes, type: string, inside = ""): EventMeaning {
  const named = meaningNamed(type) ?? meaningNamed(inside);
  const asked = {
    ...({ field: `events.${type}.meaning`, about: "events", id: type } as const),
    ...{ input: inChoice(labels), question: `What are the events ${quoted(type)}?` },
  };
  if (named) return notes.tell({ ...asked, guess: named });
  return notes.ask<EventMeaning>({ ...asked, guess: "other", cannotBeKnown: true });
}
