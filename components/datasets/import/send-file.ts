import { chunkCount, type UploadBegun, type UploadSummary } from "@/contracts/upload";
import { sha256 } from "./sha256";

/** Bytes that can be read piece by piece: a File, wherever it is. */
export type Sendable = Pick<File, "name" | "size" | "slice">;

/** What goes over the wire. Each throws a Refused where trying again would not help, anything else where it might. */
export interface Wire {
  begin(file: { fileName: string; byteLength: number; fingerprint: string }): Promise<UploadBegun>;
  put(
    upload: string,
    chunk: { index: number; bytes: Uint8Array<ArrayBuffer>; sha256: string },
    onSent: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
  finish(upload: string): Promise<UploadSummary>;
  remove(upload: string): Promise<void>;
  /** Waits before trying again; ends early when the connection comes back. */
  wait(seconds: number, signal: AbortSignal): Promise<void>;
}

/** The server will not take it; the message is for a person. */
export class Refused extends Error {
  override readonly name = "Refused";
}

export type Sending =
  | { readonly kind: "sending"; readonly sent: number; readonly of: number }
  /** The connection is gone; it is tried again by itself. */
  | { readonly kind: "waiting"; readonly sent: number; readonly of: number };

const megabyte = 1024 * 1024;
const longestWaitSeconds = 30;

const bytesOf = async (file: Sendable, from: number, to: number) =>
  new Uint8Array(await file.slice(from, to).arrayBuffer());

/** Enough to recognise a file: its first megabyte, its last, and its size. */
export async function fingerprintOf(file: Sendable): Promise<string> {
  const first = await bytesOf(file, 0, Math.min(file.size, megabyte));
  const last = await bytesOf(file, Math.max(0, file.size - megabyte), file.size);
  const size = new TextEncoder().encode(String(file.size));
  const all = new Uint8Array(first.length + last.length + size.length);
  all.set(first);
  all.set(last, first.length);
  all.set(size, first.length + last.length);
  return sha256(all);
}

/**
 * Sends a file chunk by chunk, from where it was left; a dropped connection is waited for. Holds one chunk at a time.
 *
 * @param onBegun names the upload as soon as the server does.
 * @throws Refused, and the signal's reason when it is aborted.
 */
export async function sendFile(
  file: Sendable,
  wire: Wire,
  on: { begun: (upload: UploadBegun) => void; progress: (sending: Sending) => void },
  signal: AbortSignal,
): Promise<UploadSummary> {
  let sent = 0;
  const progress = (kind: Sending["kind"], bytes: number) =>
    on.progress({ kind, sent: bytes, of: file.size });
  const insist = async <T>(attempt: () => Promise<T>): Promise<T> => {
    for (let tries = 0; ; tries += 1) {
      signal.throwIfAborted();
      try {
        return await attempt();
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof Refused) throw error;
        progress("waiting", sent);
        await wire.wait(Math.min(longestWaitSeconds, 2 ** tries), signal);
      }
    }
  };

  const about = { fileName: file.name, byteLength: file.size, fingerprint: await fingerprintOf(file) };
  let begun = await insist(() => wire.begin(about));
  if (!(await isSame(file, begun))) {
    // another file with the same beginning and end is on its way
    await insist(() => wire.remove(begun.id));
    begun = await insist(() => wire.begin(about));
  }
  on.begun(begun);
  const there = new Set(begun.chunks.map(({ index }) => index));
  for (let index = 0; index < chunkCount(file.size, begun.chunkBytes); index += 1) {
    const [from, to] = [index * begun.chunkBytes, Math.min(file.size, (index + 1) * begun.chunkBytes)];
    if (!there.has(index)) {
      const bytes = await bytesOf(file, from, to);
      const chunk = { index, bytes, sha256: await sha256(bytes) };
      await insist(() => wire.put(begun.id, chunk, (count) => progress("sending", from + count), signal));
    }
    sent = to;
    progress("sending", sent);
  }
  return insist(() => wire.finish(begun.id));
}

async function isSame(file: Sendable, { chunks, chunkBytes }: UploadBegun): Promise<boolean> {
  for (const { index, sha256: expected } of chunks) {
    const bytes = await bytesOf(file, index * chunkBytes, Math.min(file.size, (index + 1) * chunkBytes));
    if ((await sha256(bytes)) !== expected) return false;
  }
  return true;
}
