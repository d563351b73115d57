/**
 * Text as the database can keep it: the sign of no letter (U+0000) and halves of letters, as a cut-off emoji leaves them,
 * become the sign for what cannot be read. Pasted out of documents, they would be refused as an error of ours.
 */
export const keptText = (text: string): string => text.replaceAll(/[\0\p{Cs}]/gu, "\uFFFD");

/** No contract is nested so deeply: what lies below is refused, and need not be looked through. */
const mostDepth = 60;

/** The same for every text, and every name of a field, in what came as JSON. */
export function keptTexts(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return keptText(value);
  if (value === null || typeof value !== "object" || depth > mostDepth) return value;
  if (Array.isArray(value)) return value.map((one) => keptTexts(one, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [keptText(key), keptTexts(held, depth + 1)]),
  );
}
