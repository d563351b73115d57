import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

/** Files of a test, in a folder that goes with it. */
export function folderOfTest() {
  const folder = mkdtempSync(path.join(tmpdir(), "phasic-formats-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string) => path.join(folder, name);
  return {
    at,
    written(name: string, content: string | Buffer): string {
      writeFileSync(at(name), content);
      return at(name);
    },
  };
}
