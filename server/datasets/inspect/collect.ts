import { createHash } from "node:crypto";
import { canonicalJson } from "../../../contracts/canonical-json";
import type { Inspection } from "../../../contracts/inspection";
import type { ImportReport, RecordingPart } from "../../../contracts/recording";
import { timing } from "../../../contracts/recording";
import { previews } from "./previews";

type Part<K extends RecordingPart["kind"]> = Extract<RecordingPart, { kind: K }>;

const listedSubjects = 100;
const listedItems = 5000;

/** Gathers what a person has to see of a recording as its parts pass by; of its numbers no more than pictures need. */
export function collectInspection() {
  let source: Part<"source"> | null = null;
  let contents: Inspection["contents"] = null;
  const found: Pick<
    Inspection,
    "study" | "timing" | "questions" | "assumed" | "remarks" | "signals" | "measures"
  > = {
    ...{ study: null, timing: null, questions: [], assumed: [], remarks: [], signals: [], measures: [] },
  };
  const subjects = new Map<string, Inspection["subjects"][number]>();
  const events = new Map<string, Inspection["events"][number]>();
  const types = new Map<string, number>();
  const counts = { sessions: 0, trials: 0 };
  const pictures = previews();

  function take(part: RecordingPart): void {
    pictures.take(part);
    switch (part.kind) {
      case "source":
        source = part;
        break;
      case "contents": {
        const { what, items, more } = part;
        const listed = items.slice(0, listedItems);
        contents = { what, items: listed, more: more + items.length - listed.length };
        break;
      }
      case "study":
        found.study = { task: part.task, replicate: part.replicate };
        break;
      case "timing":
        found.timing = timing.parse(part);
        break;
      case "questions":
        found.questions.push(...part.questions);
        break;
      case "assumed":
        found.assumed.push(...part.assumed);
        break;
      case "remarks":
        found.remarks.push(...part.remarks);
        break;
      case "subjects":
        for (const own of part.subjects) subjects.set(own.id, { ...own, sessions: 0, trials: 0 });
        break;
      case "sessions":
        counts.sessions += part.sessions.length;
        for (const { subject } of part.sessions) {
          const own = subjects.get(subject);
          if (own) own.sessions += 1;
        }
        break;
      case "signals":
        found.signals.push(...part.signals);
        break;
      case "measures":
        found.measures.push(...part.measures);
        break;
      case "trials": {
        counts.trials += part.trials.length;
        const own = subjects.get(part.subject);
        if (own) own.trials += part.trials.length;
        for (const { type } of part.trials) types.set(type ?? "", (types.get(type ?? "") ?? 0) + 1);
        break;
      }
      case "events": {
        const { type, meaning, times } = part;
        events.set(type, { type, meaning, events: (events.get(type)?.events ?? 0) + times.length });
        break;
      }
    }
  }

  return {
    take,
    async read({ outcome, reason }: Pick<ImportReport, "outcome" | "reason">): Promise<Inspection> {
      const ready = outcome === "imported";
      const { signals, measures } = found;
      return {
        ...{ outcome: ready ? "ready" : outcome, reason, ...found, contents, ...aboutOf(source) },
        layout: contents && layoutOf(contents),
        counts: ready
          ? { subjects: subjects.size, ...counts, signals: signals.length, measures: measures.length }
          : { subjects: 0, sessions: 0, trials: 0, signals: 0, measures: 0 },
        subjects: [...subjects.values()].slice(0, listedSubjects),
        events: [...events.values()],
        trialTypes: [...types]
          .map(([type, trials]) => ({ type, trials }))
          .sort((a, b) => b.trials - a.trials)
          .slice(0, listedSubjects),
        previews: ready ? await pictures.read(found.timing) : [],
      };
    },
  };
}

const aboutOf = (source: Part<"source"> | null) => ({
  format: source?.format ?? "",
  title: source?.title ?? "",
  published: source?.published ?? false,
  about: {
    licence: source?.licence ?? null,
    citation: source?.citation ?? null,
    doi: source?.doi ?? null,
    source: source?.origin ?? null,
  },
});

/** Files of one layout can be read by the same answers; how long they are is no part of it. */
const layoutOf = ({ what, items }: NonNullable<Inspection["contents"]>): string =>
  createHash("sha256")
    .update(canonicalJson({ what, items: items.map(({ path, type }) => [path, type]) }))
    .digest("hex");
