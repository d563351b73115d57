import type { Answers, RecordingPart } from "@/contracts/recording";
import type { SourceFile } from "./bytes/source-file";

/** Published tables whose files do not say what is known of them, recognised by their bytes. */
interface KnownFile {
  readonly size: number;
  readonly sha256: string;
  readonly answers: Answers;
  readonly source: { readonly title: string; readonly licence: string; readonly citation: string };
  readonly signal: { readonly region: string; readonly sensor: string; readonly processing: string };
}

const files: readonly KnownFile[] = [
  {
    size: 840_906,
    sha256: "ff17c9f421d418b0919a804fd22ff8b20834756d5c6a1dc30b6ec4fa212ab15a",
    answers: {
      "signals.photometry.samplingRateHz": 25,
      "signals.photometry.t0Seconds": -2,
      "signals.photometry.alignment": "lick",
    },
    source: {
      title: "Random rewards, aligned to licks (Jeong et al. 2022)",
      licence: "CC0-1.0",
      citation:
        "Jeong, H. et al. Mesolimbic dopamine release conveys causal associations. Science 378, eabq6740 (2022). Table from " +
        "the tutorial of Loewinger, G. et al., photometry_FLMM (2024).",
    },
    signal: {
      ...{ region: "NAc", sensor: "dopamine" },
      processing:
        "about 2 s before to 2.5 s after a lick at 25 Hz, as its tutorial states; the file itself has no times",
    },
  },
];

export function knownFile(file: SourceFile): KnownFile | null {
  return files.find(({ size, sha256 }) => size === file.size && sha256 === file.digest("sha256")) ?? null;
}

/** The part with what is known of the file in place of what it does not say. */
export function completed(part: RecordingPart, { source, signal }: KnownFile): RecordingPart {
  if (part.kind === "source") return { ...part, ...source };
  if (part.kind === "signals")
    return { ...part, signals: part.signals.map((own) => ({ ...own, ...signal })) };
  return part;
}
