import { z } from "zod";

/** The check digit of an ORCID iD: ISO 7064, MOD 11-2, over the first fifteen digits. */
function checkDigit(digits: string): string {
  const total = [...digits].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const rest = (12 - (total % 11)) % 11;
  return rest === 10 ? "X" : String(rest);
}

const isOrcid = (id: string) => {
  const plain = id.replaceAll("-", "");
  return /^\d{15}[\dX]$/.test(plain) && checkDigit(plain.slice(0, 15)) === plain[15];
};

/** An ORCID iD as people write it, with or without hyphens or address; kept as 0000-0002-1825-0097. */
export const orcid = z
  .string()
  .trim()
  .toUpperCase()
  .transform((typed) => typed.replace(/^(HTTPS?:\/\/)?(WWW\.)?ORCID\.ORG\//, "").replace(/[\s-]/g, ""))
  .refine(isOrcid, "This is not an ORCID iD: check the digits.")
  .transform((plain) => plain.match(/.{4}/g)!.join("-"));
