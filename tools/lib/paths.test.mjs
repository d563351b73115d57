import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPrivate, ownFolder, readPrivate, secret } from "./paths.mjs";

let folder;
beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), "phasic-paths-"))));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const at = (name) => path.join(folder, name);

test("a secret is made once, and only its owner can read it", () => {
  const made = secret(at("secret"));
  expect(made.length).toBeGreaterThan(30);
  expect(secret(at("secret"))).toBe(made);
  expect(fs.statSync(at("secret")).mode & 0o777).toBe(0o600);
  expect(createPrivate(at("secret"), "other")).toBe(false);
});

test("a secret that others could read is closed to them", () => {
  fs.writeFileSync(at("open"), "x");
  fs.chmodSync(at("open"), 0o644);
  expect(readPrivate(at("open"))).toBe("x");
  expect(fs.statSync(at("open")).mode & 0o777).toBe(0o600);
});

test("symlinks are refused", () => {
  fs.mkdirSync(at("real"));
  fs.symlinkSync(at("real"), at("link"));
  expect(() => ownFolder(at("link"))).toThrow("not a real folder");
  fs.writeFileSync(at("target"), "x");
  fs.symlinkSync(at("target"), at("file-link"));
  expect(() => readPrivate(at("file-link"))).toThrow("not a file of yours");
});

test.runIf(process.geteuid?.() === 0)("what belongs to somebody else is refused", () => {
  fs.mkdirSync(at("theirs"));
  fs.chownSync(at("theirs"), 12345, 12345);
  expect(() => ownFolder(at("theirs"))).toThrow("belongs to user id 12345");
  fs.writeFileSync(at("their-file"), "x");
  fs.chownSync(at("their-file"), 12345, 12345);
  expect(() => readPrivate(at("their-file"))).toThrow("not a file of yours");
});
