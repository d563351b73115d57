/** Standard normal draws by the polar method (Marsaglia & Bray 1964): needs log and sqrt only. */
import type { Stream } from "../noise/noise";
import { log } from "./log";

/** Returns a function giving independent N(0, 1) draws from `stream`; each pair takes two or more uniforms. */
export function normals(stream: Stream): () => number {
  let spare = NaN;
  return () => {
    if (spare === spare) {
      const value = spare;
      spare = NaN;
      return value;
    }
    for (;;) {
      const u = 2 * stream.next() - 1;
      const v = 2 * stream.next() - 1;
      const q = u * u + v * v;
      if (q >= 1 || q === 0) continue;
      const scale = Math.sqrt((-2 * log(q)) / q);
      spare = v * scale;
      return u * scale;
    }
  };
}
