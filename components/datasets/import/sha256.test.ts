import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { digest, sha256 } from "./sha256";

const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100_003])(
  "agrees with Node on %i bytes",
  async (length) => {
    const expected = createHash("sha256").update(bytes(length)).digest("hex");
    expect(Buffer.from(digest(bytes(length))).toString("hex")).toBe(expected);
    expect(await sha256(bytes(length))).toBe(expected);
  },
);
