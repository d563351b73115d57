import { statSync } from "node:fs";
import path from "node:path";
import { recordingPart, type Answers, type ImportReport, type RecordingPart } from "@/contracts/recording";
import { limitsFor, type Limits } from "../limits";
import { readableSize } from "../refusal";
import { counted } from "./counts";
import type { FromChild, ToChild } from "./messages";
import { startProcess } from "./start";

/** Without an answer for so long, a process is stuck however little it computes. */
const silentSeconds = 120;
export interface ReadApart {
  /** The file's name as its owner knows it. */
  readonly name?: string;
  readonly answers?: Answers;
  readonly limits?: Limits;
  readonly signal?: AbortSignal;
  /** Gets each part; the next one is read when this is done. */
  readonly onPart?: (part: RecordingPart) => void | Promise<void>;
}

type End = Omit<FromChild & { kind: "end" }, "kind">;
const refused = (reason: string): End => ({
  outcome: "refused",
  reason,
  cpuSeconds: NaN,
  peakResidentMb: NaN,
});
const smaller = "it may be damaged or hostile; if it is sound, save it in smaller files";

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0; // the reader says what is wrong with it
  }
}

/**
 * Reads a file in a process of its own, which is ended at its limits of memory and time: no file can harm the caller.
 * Its parts arrive one at a time, so that the caller's memory stays small.
 *
 * @returns what became of the file. What `onPart` throws is thrown on, as is the signal's reason.
 */
export async function readApart(file: string, given: ReadApart = {}): Promise<ImportReport> {
  const {
    name = path.basename(file),
    answers = {},
    limits = limitsFor(sizeOf(file)),
    signal,
    onPart,
  } = given;
  signal?.throwIfAborted();
  const child = startProcess(new URL("./child.ts", import.meta.url));
  const begun = performance.now();
  const counts = counted();
  let timer: NodeJS.Timeout | undefined;
  const end = await new Promise<End>((resolve, reject) => {
    let silent = false;
    const listen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        silent = true;
        child.kill("SIGKILL");
      }, 1000 * silentSeconds);
    };
    const tell = (message: ToChild) => {
      if (child.connected) child.send(message, () => undefined);
    };
    const abort = () => reject(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    listen();
    child.on("message", (message: FromChild) => {
      if (message.kind === "end") return resolve(message);
      if (message.kind === "ready") {
        listen();
        return tell({ kind: "read", path: path.resolve(file), name, answers, limits });
      }
      clearTimeout(timer); // what the caller does with a part takes its own time
      take(message.part).then(() => {
        listen();
        tell({ kind: "next" });
      }, reject);
    });
    const take = async (sent: unknown) => {
      const part = recordingPart.parse(sent);
      counts.add(part);
      await onPart?.(part);
    };
    child.on("error", reject);
    child.on("exit", (code, by) => {
      signal?.removeEventListener("abort", abort);
      if (by === "SIGTERM" || silent)
        resolve(
          refused(
            `Reading the file was ended after ${silent ? silentSeconds : limits.seconds} s: ${smaller}.`,
          ),
        );
      else if (by === "SIGKILL" || by === "SIGABRT" || code === 134)
        resolve(
          refused(
            `Reading the file was ended when it took more than ${readableSize(limits.residentBytes)} of memory: ${smaller}.`,
          ),
        );
      else resolve(refused(`The reader of the file broke off (${by ?? code}): ${smaller}.`));
    });
  }).finally(() => {
    clearTimeout(timer);
    child.kill("SIGKILL");
  });
  return {
    ...{ file: name, outcome: end.outcome, reason: end.reason },
    ...(end.outcome === "imported" ? counts.read() : counted().read()),
    // what a mapping is waiting for
    ...(end.outcome === "needs-mapping" ? { assumed: counts.read().assumed } : {}),
    seconds: Math.round(performance.now() - begun) / 1000,
    cpuSeconds: Number.isNaN(end.cpuSeconds) ? limits.seconds : Math.round(end.cpuSeconds * 1000) / 1000,
    peakResidentMb: Math.round(
      Number.isNaN(end.peakResidentMb) ? limits.residentBytes / 2 ** 20 : end.peakResidentMb,
    ),
  };
}
