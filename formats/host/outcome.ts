import { recordingPart, type RecordingPart } from "@/contracts/recording";
import { NeedsMapping, Refusal } from "../refusal";

export interface Outcome {
  readonly outcome: "imported" | "needs-mapping" | "refused";
  readonly reason: string;
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 2000);

/** @throws Refusal when a file's words or numbers do not fit a recording: a name too long, a rate of 0. */
function checked(part: RecordingPart): RecordingPart {
  const { success, error } = recordingPart.safeParse(part);
  if (success) return part;
  const { path, message } = error.issues[0];
  throw new Refusal(
    `What the file says of its ${path.join(".") || part.kind} cannot be used (${oneLine(message)})`,
    "correct it in the file",
  );
}

/** Takes all parts. An error is the end of the file, never of the process. */
export async function outcomeOf(
  parts: AsyncIterable<RecordingPart>,
  take: (part: RecordingPart) => void | Promise<void>,
): Promise<Outcome> {
  try {
    for await (const part of parts) await take(checked(part));
    return { outcome: "imported", reason: "" };
  } catch (error) {
    if (error instanceof Refusal) return { outcome: "refused", reason: oneLine(error.message) };
    if (error instanceof NeedsMapping) return { outcome: "needs-mapping", reason: oneLine(error.message) };
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new Error(`The reader failed: ${oneLine(what)}`, { cause: error });
  }
}
