import { spawn } from "node:child_process";
import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tryLock, unlock, withLock } from "./lock.mjs";
import { birthOf, card, isAlive } from "./processes.mjs";

let folder;
beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), "phasic-lock-"))));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** a process that was killed, with the card it had in life */
async function killed() {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const holder = card(child.pid);
  child.kill("SIGKILL");
  await new Promise((done) => child.once("exit", done));
  return holder;
}

test("a lock belongs to one who lives, and is free again when given back", () => {
  const file = path.join(folder, "a");
  expect(tryLock(file)).toBeUndefined();
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(tryLock(file)).toMatchObject({ pid: process.pid });
  unlock(file);
  expect(tryLock(file)).toBeUndefined();
});

test("the lock of a killed process is no lock", async () => {
  const file = path.join(folder, "b");
  fs.writeFileSync(file, JSON.stringify(await killed()), { mode: 0o600 });
  expect(tryLock(file)).toBeUndefined();
});

test("a process id that was given to somebody else does not hold the lock", () => {
  const file = path.join(folder, "c");
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, birth: "another boot 1" }), { mode: 0o600 });
  expect(tryLock(file)).toBeUndefined();
});

test("an unreadable lock, written halfway, is no lock", () => {
  const file = path.join(folder, "d");
  fs.writeFileSync(file, '{"pid":', { mode: 0o600 });
  expect(tryLock(file)).toBeUndefined();
});

test("one at a time", async () => {
  const file = path.join(folder, "e");
  let inside = 0;
  const work = async () => {
    inside += 1;
    expect(inside).toBe(1);
    await new Promise((done) => setImmediate(done));
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 4 }, () => withLock(file, work)));
});

test("the dead are not alive", async () => {
  expect(isAlive(card())).toBe(true);
  expect(isAlive(await killed())).toBe(false);
  expect(birthOf(2 ** 22 + 1)).toBeUndefined();
});
