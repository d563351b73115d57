/** Several text files as one ZIP without compression: enough to hand over tables with the words that explain them. */
import { crc32 } from "@/components/charts/figure/png-density";

export function zip(files: readonly { name: string; text: string }[], at: Date): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
  const date = ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
  const entries = files.map(({ name, text }) => {
    const content = encoder.encode(text);
    return { name: encoder.encode(name), content, crc: crc32(content) };
  });
  const size = entries.reduce((sum, { name, content }) => sum + 76 + 2 * name.length + content.length, 22);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  let position = 0;
  const u16 = (value: number) => {
    view.setUint16(position, value, true);
    position += 2;
  };
  const u32 = (value: number) => {
    view.setUint32(position, value, true);
    position += 4;
  };
  const bytes = (value: Uint8Array) => {
    out.set(value, position);
    position += value.length;
  };
  /** What both headers of an entry hold: version, flags (names are UTF-8), no compression, time, checksum, sizes. */
  const common = ({ name, content, crc }: (typeof entries)[number]) => {
    [20, 0x0800, 0, time, date].forEach(u16);
    [crc, content.length, content.length].forEach(u32);
    [name.length, 0].forEach(u16);
  };
  const starts = entries.map((entry) => {
    const start = position;
    u32(0x04034b50);
    common(entry);
    bytes(entry.name);
    bytes(entry.content);
    return start;
  });
  const directory = position;
  entries.forEach((entry, index) => {
    u32(0x02014b50);
    u16(20);
    common(entry);
    [0, 0, 0].forEach(u16);
    u32(0);
    u32(starts[index]);
    bytes(entry.name);
  });
  const length = position - directory;
  u32(0x06054b50);
  [0, 0, entries.length, entries.length].forEach(u16);
  u32(length);
  u32(directory);
  u16(0);
  return out;
}
