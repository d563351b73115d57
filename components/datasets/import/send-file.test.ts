import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { UploadSummary } from "@/contracts/upload";
import { Refused, sendFile, type Sending, type Wire } from "./send-file";

const chunkBytes = 10;
const content = (text: string) => new File([text], "mice.csv");
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A server that keeps chunks in memory and fails where the test says so. */
function server(fail: (call: string) => Error | null = () => null) {
  const calls: string[] = [];
  const chunks = new Map<number, Uint8Array>();
  let generation = 1;
  const call = (name: string) => {
    calls.push(name);
    const error = fail(name);
    if (error) throw error;
  };
  const summary = (byteLength: number): UploadSummary => ({
    ...{ id: `upload ${generation}`, fileName: "mice.csv", byteLength, sha256: null, createdAt: new Date(0) },
  });
  const wire: Wire = {
    async begin({ byteLength }) {
      call("begin");
      const own = [...chunks].map(([index, bytes]) => ({ index, sha256: hash(bytes) }));
      return { ...summary(byteLength), chunkBytes, chunks: own };
    },
    async put(_, { index, bytes, sha256 }) {
      call(`put ${index}`);
      expect(sha256).toBe(hash(bytes));
      chunks.set(index, bytes);
    },
    async finish() {
      call("finish");
      return summary(0);
    },
    async remove() {
      call("remove");
      chunks.clear();
      generation += 1;
    },
    wait: async () => void calls.push("wait"),
  };
  const text = () =>
    Buffer.concat([...chunks].sort(([a], [b]) => a - b).map(([, bytes]) => bytes)).toString("utf8");
  return { wire, calls, chunks, text };
}
const never = new AbortController().signal;
const quiet = { begun: () => {}, progress: () => {} };
const text = "a line of text that fills three chunks";

describe("a file", () => {
  test("is sent chunk by chunk, and finished", async () => {
    const { wire, calls, text: received } = server();
    const progress: Sending[] = [];
    await sendFile(content(text), wire, { ...quiet, progress: (one) => progress.push(one) }, never);
    expect(received()).toBe(text);
    expect(calls).toEqual(["begin", "put 0", "put 1", "put 2", "put 3", "finish"]);
    expect(progress.at(-1)).toEqual({ kind: "sending", sent: text.length, of: text.length });
  });

  test("goes on where it was", async () => {
    const { wire, calls, chunks, text: received } = server();
    for (const index of [0, 2])
      chunks.set(index, new TextEncoder().encode(text.slice(10 * index, 10 * index + 10)));
    await sendFile(content(text), wire, quiet, never);
    expect(calls).toEqual(["begin", "put 1", "put 3", "finish"]);
    expect(received()).toBe(text);
  });

  test("begins anew where another one of the same fingerprint was on its way", async () => {
    const { wire, calls, chunks, text: received } = server();
    chunks.set(1, new TextEncoder().encode("otherwise!"));
    const begun: string[] = [];
    await sendFile(content(text), wire, { ...quiet, begun: ({ id }) => begun.push(id) }, never);
    expect(calls.slice(0, 3)).toEqual(["begin", "remove", "begin"]);
    expect(begun).toEqual(["upload 2"]);
    expect(received()).toBe(text);
  });

  test("waits for a connection that dropped, and tries again", async () => {
    let failures = 3;
    const {
      wire,
      calls,
      text: received,
    } = server((call) => (call === "put 1" && failures-- > 0 ? new TypeError("Failed to fetch") : null));
    const progress: Sending[] = [];
    await sendFile(content(text), wire, { ...quiet, progress: (one) => progress.push(one) }, never);
    expect(calls.filter((call) => call === "wait")).toHaveLength(3);
    expect(progress.some(({ kind, sent }) => kind === "waiting" && sent === 10)).toBe(true);
    expect(received()).toBe(text);
  });

  test("ends with what the server says where trying again would not help", async () => {
    const { wire, calls } = server((call) => (call === "begin" ? new Refused("larger than 2048 MB") : null));
    await expect(sendFile(content(text), wire, quiet, never)).rejects.toThrow("larger than 2048 MB");
    expect(calls).toEqual(["begin"]);
  });

  test("stops where it is asked to, and keeps what was sent", async () => {
    const stop = new AbortController();
    const { wire, calls, chunks } = server((call) => {
      if (call === "put 2") stop.abort(new Error("paused"));
      return null;
    });
    await expect(sendFile(content(text), wire, quiet, stop.signal)).rejects.toThrow("paused");
    expect([...chunks.keys()]).toEqual([0, 1, 2]);
    await sendFile(content(text), { ...wire }, quiet, never);
    expect(calls.filter((call) => call === "put 0")).toHaveLength(1);
  });
});
