import { crc32 } from "@/components/charts/figure/png-density";
import { expect, test } from "vitest";
import { zip } from "./zip";

const files = [
  { name: "measures.csv", text: "a,b\r\n1,2\r\n" },
  { name: "größe.md", text: "Grüße\n" },
];
const bytes = zip(files, new Date(2026, 0, 2, 3, 4, 6));

test("the directory names every file, where it starts and its checksum", () => {
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  expect(view.getUint16(end + 10, true)).toBe(2);
  let entry = view.getUint32(end + 16, true);
  for (const { name, text } of files) {
    expect(view.getUint32(entry, true)).toBe(0x02014b50);
    const length = view.getUint16(entry + 28, true);
    expect(new TextDecoder().decode(bytes.slice(entry + 46, entry + 46 + length))).toBe(name);
    expect(view.getUint32(entry + 16, true)).toBe(crc32(new TextEncoder().encode(text)));
    const start = view.getUint32(entry + 42, true);
    expect(view.getUint32(start, true)).toBe(0x04034b50);
    const data = start + 30 + length;
    expect(new TextDecoder().decode(bytes.slice(data, data + view.getUint32(entry + 24, true)))).toBe(text);
    entry += 46 + length;
  }
  expect(entry).toBe(end);
});
