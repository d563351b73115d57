import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const prefix = "phasic-import-";

/** A folder that names this process, so that it is cleared away also when the process is killed. */
export const temporaryFolder = (): Promise<string> =>
  mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`));

/** Removes folders of workers that are gone, with whatever they had written of a file. */
export async function clearTemporaryFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split("-")[0]) : NaN;
    if (Number.isInteger(pid) && pid > 0 && !isAlive(pid))
      await rm(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
