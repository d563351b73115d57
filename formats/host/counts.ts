import type { Assumption, RecordingPart } from "@/contracts/recording";

/** Counts what a recording holds as its parts pass by. */
export function counted() {
  const assumed: Assumption[] = [];
  const count = { subjects: 0, sessions: 0, trials: 0, signals: 0 };
  return {
    add(part: RecordingPart): void {
      if (part.kind === "subjects") count.subjects += part.subjects.length;
      else if (part.kind === "sessions") count.sessions += part.sessions.length;
      else if (part.kind === "trials") count.trials += part.trials.length;
      else if (part.kind === "signals") count.signals += part.signals.length;
      else if (part.kind === "assumed") assumed.push(...part.assumed);
    },
    read: () => ({ assumed, ...count }),
  };
}
