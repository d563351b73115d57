import type { WideTableMapping } from "../../../contracts/dataset";

/** A file that is published: recognised by its bytes, so that nobody has to guess what is known. */
export interface PublishedFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly name: string;
  readonly licence: string;
  readonly citation: string;
  readonly source: string;
  readonly mapping: WideTableMapping;
}

/** Lick-aligned nucleus accumbens dopamine of 8 mice that get rewards at random times. */
export const jeong2022: PublishedFile = {
  sha256: "ff17c9f421d418b0919a804fd22ff8b20834756d5c6a1dc30b6ec4fa212ab15a",
  fileName: "jeong2022_random_rewards_lick_aligned.csv",
  name: "Jeong 2022, random rewards",
  licence: "CC0-1.0",
  citation:
    "Jeong H, Taylor A, Floeder JR, Lohmann M, Mihalas S, Wu B, Zhou M, Burke DA, Namboodiri VMK. Mesolimbic dopamine release conveys causal associations. Science 378, eabq6740 (2022), doi:10.1126/science.abq6740. Table from: Loewinger G, Cui E, Lovinger DM, Pereira F. A statistical framework for analysis of trial-level temporal dynamics in fiber photometry experiments (fastFMM tutorial, 2024).",
  source: "https://github.com/gloewing/photometry_FLMM",
  mapping: {
    kind: "wide-trial-table",
    subjectColumn: "id",
    sessionColumn: "session",
    trialColumn: "trial",
    groupColumn: null,
    sampleColumns: { prefix: "photometry.", first: 1, count: 112 },
    valueColumns: ["licks", "lick_time", "iri", "bout_events", "bout_rate"],
    signal: {
      name: "Dopamine",
      region: "NAc",
      sensor: "",
      unit: "source units",
      samplingRateHz: 25,
      t0Seconds: -2,
      alignment: "lick",
      processing: "as published, not stated in the table",
    },
    task: "Random rewards",
    replicate: "mice",
    assumptions: [
      "Time 0: the source says that trials run from about 2 s before the lick to 2.5 s after it. The first of the 112 samples is taken to be 2.00 s before it, which at 25 Hz puts the last 2.44 s after it; the true offset may differ by a sample or two (40 ms each).",
      "Unit: the table does not state it, so values are shown as they are, in source units.",
    ],
  },
};

export const publishedFiles: readonly PublishedFile[] = [jeong2022];
