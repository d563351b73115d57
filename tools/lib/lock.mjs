import * as fs from "node:fs";
import { createPrivate, readPrivate } from "./paths.mjs";
import { card, isAlive, wait } from "./processes.mjs";
import { Trouble } from "./report.mjs";

function holderOf(file) {
  try {
    const text = readPrivate(file);
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error.code === "ENOENT") return {};
    throw error;
  }
}

/**
 * Takes a lock file for as long as this process lives. A lock whose holder died (kill -9, power cut) is no lock.
 * Gives `undefined` when it is ours now, or the living holder.
 */
export function tryLock(file, note = {}) {
  for (;;) {
    if (createPrivate(file, JSON.stringify({ ...card(), ...note }))) return undefined;
    const holder = holderOf(file);
    if (holder === undefined) continue;
    if (isAlive(holder)) return holder;
    // take the dead lock away by renaming: of two who try, one finds nothing left to rename
    const grave = `${file}.${process.pid}.dead`;
    try {
      fs.renameSync(file, grave);
    } catch (error) {
      if (error.code === "ENOENT") continue;
      throw error;
    }
    const buried = holderOf(grave);
    if (buried && isAlive(buried)) createPrivate(file, JSON.stringify(buried));
    fs.rmSync(grave, { force: true });
  }
}

export function unlock(file) {
  if (holderOf(file)?.pid === process.pid) fs.rmSync(file, { force: true });
}

/** Does `work` while nobody else does; waits for the one who is at it. */
export async function withLock(file, work, patience = 300_000) {
  const deadline = performance.now() + patience;
  for (let holder; (holder = tryLock(file)); await wait(100))
    if (performance.now() > deadline)
      throw new Trouble(
        `Process ${holder.pid} has held ${file} for too long.`,
        "End that process and try again.",
      );
  try {
    return await work();
  } finally {
    unlock(file);
  }
}
