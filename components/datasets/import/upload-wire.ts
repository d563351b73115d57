import type { useTRPCClient } from "@/components/providers/trpc";
import { said } from "@/components/list/said";
import { chunkHashHeader } from "@/contracts/upload";
import { Refused, type Wire } from "./send-file";

/** Answers that another try may change: a timeout, too many at once, a server that is being started again. */
const passing = (status: number) => status === 408 || status === 429 || status >= 500;

/** The server's own words, when it answered with a problem. */
function reason(text: string): string | null {
  try {
    const { problem } = JSON.parse(text) as { problem?: { what?: unknown; next?: unknown } };
    return typeof problem?.what === "string" ? [problem.what, problem.next].filter(Boolean).join(" ") : null;
  } catch {
    return null;
  }
}

type Client = ReturnType<typeof useTRPCClient>;

/** Chunks go by XMLHttpRequest, because fetch does not tell how much of one was sent. */
export function uploadWire(lab: string, client: Client): Wire {
  const ask = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      const failure = error as { message: string; data?: { httpStatus?: number } | null };
      const status = failure.data?.httpStatus;
      if (status === undefined || passing(status)) throw error;
      throw new Refused(said(failure));
    }
  };
  return {
    begin: (file) => ask(() => client.uploads.begin.mutate({ lab, ...file })),
    finish: (uploadId) => ask(() => client.uploads.finish.mutate({ lab, uploadId })),
    remove: (uploadId) => ask(async () => client.uploads.remove.mutate({ lab, uploadId })),
    put: (upload, { index, bytes, sha256 }, onSent, signal) =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open(
          "PUT",
          `/api/lab/${encodeURIComponent(lab)}/uploads/${encodeURIComponent(upload)}/${index}`,
        );
        request.setRequestHeader("content-type", "application/octet-stream");
        request.setRequestHeader(chunkHashHeader, sha256);
        request.upload.onprogress = ({ loaded }) => onSent(loaded);
        request.onload = () => {
          const { status } = request;
          if (status < 300) return resolve();
          const what = reason(request.responseText) ?? `The server answered ${status}.`;
          reject(passing(status) ? new Error(what) : new Refused(what));
        };
        request.onerror = request.ontimeout = () => reject(new Error("the connection was lost"));
        request.onabort = () => reject(signal.reason as Error);
        signal.addEventListener("abort", () => request.abort(), { once: true });
        request.send(bytes);
      }),
    wait: (seconds, signal) =>
      new Promise((resolve, reject) => {
        const end = () => {
          clearTimeout(timer);
          removeEventListener("online", end);
          signal.removeEventListener("abort", end);
          if (signal.aborted) reject(signal.reason as Error);
          else resolve();
        };
        const timer = setTimeout(end, 1000 * seconds);
        addEventListener("online", end);
        signal.addEventListener("abort", end);
      }),
  };
}
