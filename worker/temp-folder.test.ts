import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { clearTemporaryFolders, temporaryFolder } from "./temp-folder";

it("what a killed worker left goes, what a living one uses stays", async () => {
  const gone = Number(execFileSync(process.execPath, ["-e", "console.log(process.pid)"]).toString());
  const left = path.join(tmpdir(), `phasic-import-${gone}-abc`);
  mkdirSync(left);
  writeFileSync(path.join(left, "upload"), "half a file");
  const used = await temporaryFolder();
  await clearTemporaryFolders();
  expect([existsSync(left), existsSync(used)]).toEqual([false, true]);
  rmSync(used, { recursive: true });
});
