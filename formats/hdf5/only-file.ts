import fs from "node:fs";
import path from "node:path";

/**
 * While HDF5 reads one file, it may open no other: links, virtual datasets and external storage can name any file of
 * this machine, and the bytes would end up in somebody's dataset. The library opens files through this module.
 *
 * @returns what lifts the restriction.
 */
export function allowOnly(filePath: string): () => void {
  const open = fs.openSync;
  const allowed = path.resolve(filePath);
  fs.openSync = (asked, ...more) => {
    if (typeof asked === "string" && path.resolve(asked) === allowed) return open(asked, ...more);
    throw Object.assign(new Error(`ENOENT: no such file, open '${String(asked)}'`), {
      code: "ENOENT",
      errno: -2,
    });
  };
  return () => {
    fs.openSync = open;
  };
}
