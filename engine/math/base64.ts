/** Bytes of base64 text (RFC 4648, padded): the engine imports nothing, also no decoder. */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0, at = 0; i < text.length; i += 4, at += 3) {
    const digit = (k: number) => Math.max(0, alphabet.indexOf(text[i + k]));
    const word = (digit(0) << 18) | (digit(1) << 12) | (digit(2) << 6) | digit(3);
    for (let k = 0; k < 3 && at + k < bytes.length; k += 1) bytes[at + k] = (word >> (16 - 8 * k)) & 255;
  }
  return bytes;
}
