import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync, type ZippableFile } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { openZip } from "./read-zip";

const folder = mkdtempSync(path.join(tmpdir(), "phasic-zip-"));
afterAll(() => rmSync(folder, { recursive: true }));

const limits = { entries: 10, entryBytes: 1000, totalBytes: 1500 };
const file = path.join(folder, "archive.zip");
async function opened(bytes: Uint8Array) {
  writeFileSync(file, bytes);
  return openZip(file, limits);
}
const zipped = (files: Record<string, string | ZippableFile>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, one]) => [name, typeof one === "string" ? strToU8(one) : one]),
    ),
  );
/** Replaces a word by one of equal length wherever it stands, also in the headers. */
const replaced = (bytes: Uint8Array, word: string, by: string) =>
  new Uint8Array(Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(word, by), "latin1"));

describe("an archive", () => {
  it("is read file by file", async () => {
    const zip = await opened(zipped({ "a/b.txt": "hello", "c.txt": "c" }));
    expect([...zip.sizes]).toEqual([
      ["a/b.txt", 5],
      ["c.txt", 1],
    ]);
    expect(Buffer.from(await zip.read("a/b.txt")).toString()).toBe("hello");
    await expect(zip.read("d")).rejects.toThrow('"d" is not in it.');
    zip.close();
  });

  it.each([
    ["a path upwards", zipped({ "../x": "x" })],
    ["an absolute path", zipped({ "/etc/x": "x" })],
    ["a path upwards in between", zipped({ "a/../../x": "x" })],
    ["a drive", zipped({ "C:x": "x" })],
    ["a backslash", zipped({ "a\\x": "x" })],
    ["a link", zipped({ x: [strToU8("/etc/passwd"), { os: 3, attrs: 0o120777 << 16 }] })],
    ["the same path twice", replaced(zipped({ aa: "1", ab: "2" }), "ab", "aa")],
    ["too many files", zipped(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`f${i}`, "x"])))],
    ["a file that is too large", zipped({ x: "x".repeat(1001) })],
    ["too much in all", zipped({ x: "x".repeat(800), y: "y".repeat(800) })],
    ["half of it", zipped({ x: "x".repeat(500) }).subarray(0, 60)],
    ["nothing", new Uint8Array()],
    ["something else", strToU8("no archive at all, but a sentence")],
  ])("with %s is refused in a sentence", async (_what, bytes) => {
    await expect(opened(bytes)).rejects.toThrow(/^[^\n]{5,200}\.$/);
  });

  it("that unpacks to more than it says is refused", async () => {
    const honest = zipped({ x: "x".repeat(900) });
    // the size that both headers state: 900 becomes 9
    const lying = Uint8Array.from(honest);
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 4 <= lying.length; at += 1)
      if (view.getUint32(at, true) === 900) view.setUint32(at, 9, true);
    await expect(opened(lying).then((zip) => zip.read("x"))).rejects.toThrow("no whole zip archive");
  });
});
