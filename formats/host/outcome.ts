import type { RecordingPart } from "@/contracts/recording";
import { NeedsMapping, Refusal } from "../refusal";

export interface Outcome {
  readonly outcome: "imported" | "needs-mapping" | "refused";
  readonly reason: string;
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 2000);

/** Takes all parts. An error is the end of the file, never of the process. */
export async function outcomeOf(
  parts: AsyncIterable<RecordingPart>,
  take: (part: RecordingPart) => void | Promise<void>,
): Promise<Outcome> {
  try {
    for await (const part of parts) await take(part);
    return { outcome: "imported", reason: "" };
  } catch (error) {
    if (error instanceof Refusal) return { outcome: "refused", reason: oneLine(error.message) };
    if (error instanceof NeedsMapping) return { outcome: "needs-mapping", reason: oneLine(error.message) };
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new Error(`The reader failed: ${oneLine(what)}`, { cause: error });
  }
}
