import { fileURLToPath } from "node:url";
import type { Question } from "@/contracts/reading";
import type { Answers, RecordingPart } from "@/contracts/recording";
import { NeedsMapping, Refusal } from "../refusal";
import { readRecording } from "../read";

export const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
type Kind = RecordingPart["kind"];
export type Part<K extends Kind> = Extract<RecordingPart, { kind: K }>;

/** A small recording as a whole. */
export async function collect(file: string, answers?: Answers) {
  const parts: RecordingPart[] = [];
  for await (const part of readRecording(file, { answers })) parts.push(part);
  const all = <K extends Kind>(kind: K) => parts.filter((part): part is Part<K> => part.kind === kind);
  return {
    all,
    subjects: all("subjects").flatMap(({ subjects }) => subjects),
    sessions: all("sessions").flatMap(({ sessions }) => sessions),
    trials: all("trials").flatMap(({ trials }) => trials),
    signals: all("signals").flatMap(({ signals }) => signals),
    assumed: all("assumed").flatMap(({ assumed }) => assumed),
    remarks: all("remarks").flatMap(({ remarks }) => remarks),
    samples: (signal: string) => all("samples").filter((part) => part.signal === signal),
    events: (type: string) => all("events").filter((part) => part.type === type),
  };
}

/** What is asked about a file, also where it needs a mapping or is refused. */
export async function asked(file: string, answers?: Answers) {
  const questions = new Map<string, Question>();
  const contents: Part<"contents">["items"][number][] = [];
  let reason = "";
  try {
    for await (const part of readRecording(file, { answers })) {
      if (part.kind === "questions") for (const own of part.questions) questions.set(own.field, own);
      if (part.kind === "contents") contents.push(...part.items);
    }
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof NeedsMapping)) throw error;
    reason = `${error.name}: ${error.message}`;
  }
  return { questions, contents, reason };
}

/** What became of a file that cannot be imported, in one sentence. */
export async function refusalOf(file: string): Promise<string> {
  try {
    await collect(file);
    return "imported";
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
