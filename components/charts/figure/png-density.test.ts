import { expect, test } from "vitest";
import { crc32, withDensity } from "./png-density";

test("checksum is that of PNG and ZIP", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});

test("the resolution stands right behind the head, and nothing else changes", () => {
  const head = new Uint8Array(33).fill(1);
  const rest = new Uint8Array([9, 8, 7]);
  const out = withDensity(new Uint8Array([...head, ...rest]), 300);
  expect(out.slice(0, 33)).toEqual(head);
  expect(out.slice(33 + 21)).toEqual(rest);
  const view = new DataView(out.buffer, 33, 21);
  expect(new TextDecoder().decode(out.slice(37, 41))).toBe("pHYs");
  expect(view.getUint32(8)).toBe(11811); // 300 dpi in dots per metre
  expect(view.getUint8(16)).toBe(1);
  expect(view.getUint32(17)).toBe(crc32(out.slice(37, 37 + 13)));
});
