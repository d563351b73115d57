import { z } from "zod";
import type { SourceFile } from "../bytes/source-file";
import { Refusal } from "../refusal";

const positive = z.number().positive();
const header = z.looseObject({
  subject_ID: z.union([z.string(), z.number()]).default(""),
  date_time: z.string().max(40).default(""),
  mode: z.string().max(200).default(""),
  sampling_rate: positive,
  volts_per_division: z.union([positive, z.array(positive).min(1).max(16)]),
  LED_current: z.union([z.number(), z.array(z.number())]).optional(),
  n_analog_signals: z.number().int().min(1).max(16).default(2),
  n_digital_signals: z.number().int().min(0).max(16).default(2),
  version: z.union([z.string(), z.number()]).default("0"),
});
export interface PpdHeader extends z.infer<typeof header> {
  /** Where samples begin. */
  readonly end: number;
}

/** Two bytes that say how long the JSON after them is. @returns null when the file begins otherwise. */
export function ppdJson(file: SourceFile): { text: string; end: number } | null {
  const start = file.read(0, 3);
  if (start.length < 3 || start[2] !== 0x7b) return null;
  const length = start.readUInt16LE(0);
  return { text: file.read(2, length).toString("utf8"), end: 2 + length };
}

/** @throws Refusal when the header is cut off, no JSON, or lacks what samples mean. */
export function readHeader(file: SourceFile): PpdHeader {
  const json = ppdJson(file);
  if (!json || json.end > file.size)
    throw new Refusal(
      `The .ppd header claims ${json?.end ?? 0} bytes of the file's ${file.size}`,
      "the file seems to be cut off; copy it again from the acquisition computer",
    );
  let data: unknown;
  try {
    data = JSON.parse(json.text);
  } catch {
    throw new Refusal(
      `The .ppd header (bytes 2 to ${json.end}) is not JSON`,
      "the file seems damaged; copy it again from the acquisition computer",
    );
  }
  const parsed = header.safeParse(data);
  if (parsed.success) return { ...parsed.data, end: json.end };
  const { path, message } = parsed.error.issues[0];
  throw new Refusal(
    `The .ppd header's ${path.join(".") || "JSON"} cannot be used (${message})`,
    "correct it in the file, or export the recording as CSV",
  );
}

/** "1.0.2" -> [1, 0] */
export function versionOf({ version }: PpdHeader): readonly [number, number] {
  const [major, minor] = String(version).split(".").map(Number);
  return [major || 0, minor || 0];
}
