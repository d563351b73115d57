import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** A folder that is gone when this process is, also after Ctrl-C. */
export function temporaryFolder(purpose) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `phasic-${purpose}-`));
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}
