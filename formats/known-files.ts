import type { Answers, Assumption, RecordingPart } from "@/contracts/recording";
import type { SourceFile } from "./bytes/source-file";

/** Published tables whose files do not say what is known of them, recognised by their bytes. */
interface KnownFile {
  readonly size: number;
  readonly sha256: string;
  /** What the file does not say, and where from it is known all the same. */
  readonly answers: readonly Assumption[];
  readonly source: Pick<Source, "title" | "licence" | "citation" | "doi" | "origin">;
  /** What was published beside the file, in its own words. */
  readonly said: Answers;
  /** The name that its one signal has in the file, and a better one. */
  readonly signal: { readonly name: string; readonly id: string };
}
type Source = Extract<RecordingPart, { kind: "source" }>;

/** Lick-aligned dopamine of 8 mice that get rewards at random times; Phasic brings it along. */
export const jeong2022 = {
  size: 840_906,
  sha256: "ff17c9f421d418b0919a804fd22ff8b20834756d5c6a1dc30b6ec4fa212ab15a",
  answers: [
    {
      field: "signals.photometry.t0Seconds",
      value: -2,
      question:
        "Time 0: the source says that trials run from about 2 s before the lick to 2.5 s after it. The first of the 112 " +
        "samples is taken to be 2.00 s before it, which at 25 Hz puts the last 2.44 s after it; the true offset may " +
        "differ by a sample or two (40 ms each).",
    },
    {
      field: "signals.photometry.unit",
      value: "source units",
      question: "Unit: the table does not state it, so values are shown as they are, in source units.",
    },
    {
      field: "signals.photometry.samplingRateHz",
      value: 25,
      question: "Sampling rate: the table does not state it; 25 Hz is that of the tutorial it comes from.",
    },
    {
      field: "signals.photometry.alignment",
      value: "lick",
      question: "Time 0 is a lick, as the name of the file says; the table itself has no events.",
    },
  ],
  source: {
    title: "Jeong 2022, random rewards",
    licence: "CC0-1.0",
    citation:
      "Jeong H, Taylor A, Floeder JR, Lohmann M, Mihalas S, Wu B, Zhou M, Burke DA, Namboodiri VMK. Mesolimbic dopamine " +
      "release conveys causal associations. Science 378, eabq6740 (2022), doi:10.1126/science.abq6740. Table from: " +
      "Loewinger G, Cui E, Lovinger DM, Pereira F. A statistical framework for analysis of trial-level temporal dynamics " +
      "in fiber photometry experiments (fastFMM tutorial, 2024).",
    doi: "10.1126/science.abq6740",
    origin: "https://github.com/gloewing/photometry_FLMM",
  },
  said: {
    "study.task": "Random rewards",
    "study.replicate": "mice",
    "signals.photometry.region": "NAc",
    "signals.photometry.processing": "as published, not stated in the table",
    // there is no cue, and rewards come at any time before the lick
    "timing.cueSeconds": null,
    "timing.rewardSeconds": null,
    "timing.cueDurationSeconds": null,
    "measures.licks.unit": "licks",
    "measures.lick_time.unit": "s",
    "measures.iri.unit": "s",
    "measures.bout_rate.unit": "Hz",
  },
  signal: { name: "photometry", id: "Dopamine" },
} satisfies KnownFile;

const files: readonly KnownFile[] = [jeong2022];

export function knownFile(file: SourceFile): KnownFile | null {
  return files.find(({ size, sha256 }) => size === file.size && sha256 === file.digest("sha256")) ?? null;
}

/** What is known, as answers of somebody who may still say otherwise. */
export const knownAnswers = (known: KnownFile | null): Answers =>
  known
    ? {
        ...Object.fromEntries(known.answers.map(({ field, value }) => [field, value])),
        ...known.said,
      }
    : {};

/** What rests on no more than what was published beside the file, where nobody answered otherwise. */
export const takenFor = (known: KnownFile | null, answers: Answers): Assumption[] =>
  (known?.answers ?? []).filter(({ field }) => !(field in answers));

/** The part with what is known of the file in place of what it does not say; what nobody answered is no answer. */
export function completed(part: RecordingPart, known: KnownFile, answers: Answers): RecordingPart {
  const { name, id } = known.signal;
  switch (part.kind) {
    case "source":
      return { ...part, ...known.source, published: true };
    case "questions":
      return {
        ...part,
        questions: part.questions.map((own) =>
          own.basis === "answer" && !(own.field in answers) ? { ...own, basis: "guess" } : own,
        ),
      };
    case "signals":
      return { ...part, signals: part.signals.map((own) => (own.id === name ? { ...own, id } : own)) };
    case "samples":
      return part.signal === name ? { ...part, signal: id } : part;
    default:
      return part;
  }
}
