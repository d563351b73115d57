import { alignments, inNumber, inRecord, inText } from "../../inputs";
import type { Notes } from "../../reader";
import { samplesPerTrial, samplingRateHz, t0Seconds } from "./fields";

/** What a file of this layout leaves to be known: the published one is described, any other may differ. */
export interface Layout {
  readonly samplingRateHz: number;
  readonly t0Seconds: number;
  readonly alignment: string;
  /** The type of trial that each code of trialID stands for. */
  readonly types: Readonly<Record<string, string>>;
}

const codes = { 0: "cued", 1: "uncued", 2: "omitted" };

export function askLayout(notes: Notes, isPublished: boolean): Layout {
  const of = `This is not the published file: its ${samplesPerTrial} samples per trial`;
  return {
    samplingRateHz: notes.pose(isPublished, {
      ...{ field: "signals.samplingRateHz", about: "signals", guess: samplingRateHz, cannotBeKnown: true },
      ...{ question: `${of} are how many in a second?`, input: inNumber("Hz", 0) },
    }),
    t0Seconds: notes.pose(isPublished, {
      ...{ field: "signals.t0Seconds", about: "signals", guess: t0Seconds, cannotBeKnown: true },
      ...{ question: `${of} begin at which second from the alignment event?`, input: inNumber("s") },
    }),
    alignment: notes
      .pose(isPublished, {
        ...{ field: "signals.alignment", about: "timing", guess: "reward", cannotBeKnown: true },
        ...{ question: `${of} are aligned to which event?`, input: inText(...alignments) },
      })
      .slice(0, 200),
    types: notes.pose(isPublished, {
      ...{ field: "trials.type", about: "trials", guess: codes, cannotBeKnown: true },
      question: "Do the codes in trialID mean what they mean in the published file?",
      input: inRecord({ 0: "trialID 0", 1: "trialID 1", 2: "trialID 2" }, inText(...Object.values(codes))),
    }),
  };
}
