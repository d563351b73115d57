import { deflateSync } from "node:zlib";
import { crc32 } from "@/components/charts/figure/png-density";

type Rgb = readonly [number, number, number];

/** A picture of one pixel per value; null is see-through. */
export function encodePng(
  width: number,
  height: number,
  colour: (x: number, y: number) => Rgb | null,
): Uint8Array {
  const [wide, high] = [Math.max(1, width), Math.max(1, height)];
  const raw = new Uint8Array(high * (1 + 4 * wide));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const pixel = colour(x, y);
      if (pixel) raw.set([...pixel, 255], y * (1 + 4 * wide) + 1 + 4 * x);
    }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, wide);
  view.setUint32(4, high);
  head.set([8, 6], 8); // eight bits of red, green, blue and opacity each
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(raw)),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
