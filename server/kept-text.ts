/**
 * Text as the database can keep it: the sign of no letter (U+0000) and halves of letters, as a cut-off emoji leaves them,
 * become the sign for what cannot be read. Pasted out of documents, they would be refused as an error of ours.
 */
export const keptText = (text: string): string => text.replaceAll(/[\0\p{Cs}]/gu, "\uFFFD");

/** The same for every text, and every name of a field, in what came as JSON. */
export function keptTexts(value: unknown): unknown {
  if (typeof value === "string") return keptText(value);
  if (Array.isArray(value)) return value.map(keptTexts);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [keptText(key), keptTexts(held)]));
}
