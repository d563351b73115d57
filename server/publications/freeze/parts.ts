import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { canonicalJson } from "../../../contracts/canonical-json";
import type { ResultColumn } from "../../../contracts/publication";

/** What a manifest names by its hash: bytes of its own, or a column of a stored result. */
export interface Part {
  readonly hash: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly from:
    { readonly gzip: Uint8Array<ArrayBuffer> } | { readonly resultId: string; readonly column: ResultColumn };
}

export interface Parts {
  /** @returns its hash: that of canonical JSON. */
  json(value: unknown): string;
  /** @returns the hash given. */
  column(hash: string, byteLength: number, from: { resultId: string; column: ResultColumn }): string;
  all(): Part[];
}

export function createParts(): Parts {
  const parts = new Map<string, Part>();
  const keep = (part: Part) => {
    if (!parts.has(part.hash)) parts.set(part.hash, part);
    return part.hash;
  };
  return {
    json(value) {
      const bytes = Buffer.from(canonicalJson(value));
      const hash = createHash("sha256").update(bytes).digest("hex");
      if (parts.has(hash)) return hash;
      const gzip = new Uint8Array(gzipSync(bytes));
      return keep({ hash, mediaType: "application/json", byteLength: bytes.length, from: { gzip } });
    },
    column: (hash, byteLength, from) =>
      keep({ hash, mediaType: "application/octet-stream", byteLength, from }),
    all: () => [...parts.values()],
  };
}
