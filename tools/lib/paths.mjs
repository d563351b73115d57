import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import path from "node:path";
import { Trouble } from "./report.mjs";

/** The clone this file belongs to, with symlinks resolved, so that one clone has one name. */
export const root = fs.realpathSync(path.resolve(import.meta.dirname, "../.."));

/** Everything Phasic keeps beside its sources: secrets, logs, builds, and (mostly) the database. */
export const state = path.join(root, ".phasic");

export const me = process.geteuid?.() ?? 0;

/**
 * Makes sure that `folder` is a real folder of `owner`'s. On a shared machine somebody else may have put a symlink
 * or a folder of theirs where we are about to keep passwords.
 */
export function ownFolder(folder, { mode = 0o711, owner = me } = {}) {
  try {
    fs.mkdirSync(folder, { mode });
    if (owner !== me) fs.chownSync(folder, owner, -1);
  } catch (error) {
    if (error.code === "EACCES" || error.code === "EROFS" || error.code === "EPERM")
      throw new Trouble(
        `Cannot write in ${path.dirname(folder)}.`,
        "Use a clone of your own, in a folder of yours.",
      );
    if (error.code !== "EEXIST") throw error;
  }
  const found = fs.lstatSync(folder);
  if (found.isSymbolicLink() || !found.isDirectory())
    throw new Trouble(
      `${folder} is not a real folder, so Phasic does not trust it.`,
      "Look at it and move it away.",
    );
  if (process.geteuid && found.uid !== owner)
    throw new Trouble(
      `${folder} belongs to user id ${found.uid}, and Phasic now runs as user id ${me}.`,
      "Run Phasic as the user who started it here first, or use a clone of your own.",
    );
  if ((found.mode & 0o777) !== mode) fs.chmodSync(folder, mode);
  return folder;
}

export const ownState = () => ownFolder(state);

/** Writes a file that only its owner can read, whole or not at all; `false` when it was there already. */
export function createPrivate(file, text) {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  fs.writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
  try {
    // a link, unlike a rename, fails when the name is taken: two processes cannot both believe they were first
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(draft);
  }
}

/** Replaces a private file in one step. */
export function writePrivate(file, text) {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  fs.writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
  fs.renameSync(draft, file);
}

export function readPrivate(file) {
  let found;
  try {
    found = fs.lstatSync(file);
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
  if (!found.isFile() || (process.geteuid && found.uid !== me))
    throw new Trouble(`${file} is not a file of yours.`, "Look at it and move it away.");
  if (found.mode & 0o077) fs.chmodSync(file, 0o600);
  return fs.readFileSync(file, "utf8");
}

/** A random secret that is made once and kept. */
export function secret(file, bytes = 24) {
  createPrivate(file, randomBytes(bytes).toString("base64url"));
  return readPrivate(file).trim();
}
