import { wideTableMapping, type UploadPreview, type WideTableMapping } from "@/contracts/dataset";

/** The mapping as typed: numbers are text until they are read. */
export interface MappingDraft {
  subjectColumn: string;
  sessionColumn: string;
  trialColumn: string;
  groupColumn: string;
  prefix: string;
  first: string;
  count: string;
  valueColumns: readonly string[];
  name: string;
  region: string;
  sensor: string;
  unit: string;
  samplingRateHz: string;
  t0Seconds: string;
  alignment: string;
  processing: string;
  task: string;
  replicate: string;
}

export function draftOfGuess({ guess, columns }: Pick<UploadPreview, "guess" | "columns">): MappingDraft {
  const signal = guess?.signal;
  return {
    subjectColumn: guess?.subjectColumn ?? columns[0] ?? "",
    sessionColumn: guess?.sessionColumn ?? "",
    trialColumn: guess?.trialColumn ?? "",
    groupColumn: guess?.groupColumn ?? "",
    prefix: guess?.sampleColumns.prefix ?? "",
    first: String(guess?.sampleColumns.first ?? 1),
    count: String(guess?.sampleColumns.count ?? ""),
    valueColumns: guess?.valueColumns ?? [],
    name: signal?.name ?? "",
    region: signal?.region ?? "",
    sensor: signal?.sensor ?? "",
    unit: signal?.unit ?? "",
    samplingRateHz: signal ? String(signal.samplingRateHz) : "",
    t0Seconds: signal ? String(signal.t0Seconds) : "",
    alignment: signal?.alignment ?? "",
    processing: signal?.processing ?? "",
    task: guess?.task ?? "",
    replicate: guess?.replicate ?? "",
  };
}

/** What a person answered where the file is silent, in words that stay with the dataset. */
export function answeredAssumptions(
  draft: MappingDraft,
  { toConfirm }: Pick<UploadPreview, "toConfirm">,
): string[] {
  return toConfirm.flatMap(({ field, question }) => {
    const answer = draft[(field.split(".").at(-1) ?? field) as keyof MappingDraft];
    return typeof answer === "string" && answer.trim() !== ""
      ? [`${question} Whoever uploaded it confirmed: ${answer.trim()}.`]
      : [];
  });
}

const number = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));

/** The contract's own judgement, with errors by field path ("signal.unit"). */
export function readMapping(
  draft: MappingDraft,
  assumptions: readonly string[],
): { mapping: WideTableMapping; errors: null } | { mapping: null; errors: Readonly<Record<string, string>> } {
  const read = wideTableMapping.safeParse({
    kind: "wide-trial-table",
    subjectColumn: draft.subjectColumn,
    sessionColumn: draft.sessionColumn || null,
    trialColumn: draft.trialColumn || null,
    groupColumn: draft.groupColumn || null,
    sampleColumns: { prefix: draft.prefix, first: number(draft.first), count: number(draft.count) },
    valueColumns: [...draft.valueColumns],
    signal: {
      name: draft.name.trim(),
      region: draft.region.trim(),
      sensor: draft.sensor.trim(),
      unit: draft.unit.trim(),
      samplingRateHz: number(draft.samplingRateHz),
      t0Seconds: number(draft.t0Seconds),
      alignment: draft.alignment.trim(),
      processing: draft.processing,
    },
    task: draft.task.trim(),
    replicate: draft.replicate.trim(),
    assumptions: [...assumptions],
  });
  if (read.success) return { mapping: read.data, errors: null };
  return {
    mapping: null,
    errors: Object.fromEntries(
      read.error.issues.map(({ path }) => [path.join("."), asked[path.join(".")] ?? other]),
    ),
  };
}

const other = "Fill this in.";
const asked: Record<string, string> = {
  "sampleColumns.count": "Say how many columns hold samples: a whole number from 1.",
  "sampleColumns.first": "Give the number of the first sample column, usually 1.",
  "signal.name": "Name the signal, for instance dopamine.",
  "signal.unit": "Say the unit, for instance dF/F.",
  "signal.samplingRateHz": "Give the sampling rate in Hz, above 0.",
  "signal.t0Seconds": "Give the time of the first sample in s; negative when it comes before the event.",
  "signal.alignment": "Name the event at time 0, for instance lick.",
  replicate: "Say what N counts, for instance mice.",
  task: "Name the task; recordings of different tasks never share an axis.",
};
