import type { ComparisonExport } from "@/contracts/comparison";

/** Files of an export as one archive; what makes it is loaded when it is first asked for. */
export async function zipped(files: ComparisonExport["files"]): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import("fflate");
  const entries = files.map(({ name, text, base64 }) => [
    name,
    base64 === undefined ? strToU8(text ?? "") : Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>) as Uint8Array<ArrayBuffer>;
}
