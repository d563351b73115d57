/**
 * SHA-256 (FIPS 180-4) in hex. Browsers compute it only on pages that came encrypted or from this machine; elsewhere, a
 * server on a laboratory's own network for instance, the same is done here.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const native = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  return hex(native ? new Uint8Array(await native.digest("SHA-256", bytes)) : digest(bytes));
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The first 32 bits of the fractional parts of a root of the first 64 primes. */
const fractions = (root: (prime: number) => number, count: number) => {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Int32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
};
const constants = fractions(Math.cbrt, 64);

export function digest(bytes: Uint8Array): Uint8Array {
  const state = fractions(Math.sqrt, 8);
  const words = new Int32Array(64);
  const block = (view: DataView, at: number) => {
    for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(at + 4 * i);
    for (let i = 16; i < 64; i += 1) {
      const [a, b] = [words[i - 15], words[i - 2]];
      const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
      const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
      words[i] = words[i - 16] + s0 + words[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const first = (h + s1 + ((e & f) ^ (~e & g)) + constants[i] + words[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] += value;
  };
  const whole = bytes.length - (bytes.length % 64);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < whole; at += 64) block(view, at);
  const rest = bytes.length - whole;
  const end = new Uint8Array(rest < 56 ? 64 : 128);
  end.set(bytes.subarray(whole));
  end[rest] = 0x80;
  const tail = new DataView(end.buffer);
  tail.setUint32(end.length - 8, Math.floor(bytes.length / 2 ** 29));
  tail.setUint32(end.length - 4, (bytes.length << 3) >>> 0);
  for (let at = 0; at < end.length; at += 64) block(tail, at);
  const out = new Uint8Array(32);
  const numbers = new DataView(out.buffer);
  state.forEach((value, i) => numbers.setInt32(4 * i, value));
  return out;
}
