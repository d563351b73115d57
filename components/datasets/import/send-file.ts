import { uploadLimitBytes, uploadSummary, type UploadSummary } from "@/contracts/dataset";

const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

/**
 * Sends a file as the raw body, with progress (0 to 1). XMLHttpRequest, because fetch does not tell how much was sent.
 *
 * @throws an Error whose message is for a person.
 */
export function sendFile(
  lab: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadSummary> {
  if (file.size > uploadLimitBytes)
    return Promise.reject(
      new Error(
        `${file.name} has ${mebibytes(file.size)}; at most ${mebibytes(uploadLimitBytes)} can be sent. Send fewer sessions at a time.`,
      ),
    );
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/lab/${encodeURIComponent(lab)}/uploads?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = parse(request.responseText);
      const read = uploadSummary.safeParse(answer);
      if (request.status < 300 && read.success) return resolve(read.data);
      reject(
        new Error(
          reason(answer) ?? `The server answered ${request.status}. Nothing was kept; send it again.`,
        ),
      );
    };
    request.onerror = () =>
      reject(
        new Error(
          "The connection was lost while the file was on its way. Send it again; the file is still chosen.",
        ),
      );
    request.onabort = () => reject(new Error("You stopped the upload. Nothing was kept."));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The server's own words, when it answered with a problem. */
function reason(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null) return null;
  const { what, next, problem } = answer as { what?: unknown; next?: unknown; problem?: unknown };
  if (typeof what === "string") return typeof next === "string" ? `${what} ${next}` : what;
  return reason(problem ?? null);
}
