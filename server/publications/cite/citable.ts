import type { PublicationManifest } from "../../../contracts/publication";

/** What a reference to a published version is made from. */
export interface Citable extends Pick<
  PublicationManifest,
  "title" | "abstract" | "authors" | "licence" | "version" | "publishedAt"
> {
  /** Of this version, whole: https://…/p/<address>/v/<n>; null where it stands at no address. */
  readonly url: string | null;
  /** SHA-256 of the manifest. */
  readonly hash: string;
}

/** Family name last unless particles belong to it: "Ludwig van Beethoven" is van Beethoven, Ludwig. One word is a name by itself. */
export function partsOfName(name: string): { family: string; given: string } {
  const words = name.trim().split(/\s+/);
  if (words.length === 1) return { family: name.trim(), given: "" };
  const particle = words.findIndex((word, at) => at > 0 && /^\p{Ll}/u.test(word));
  const from = particle > 0 ? particle : words.length - 1;
  return { family: words.slice(from).join(" "), given: words.slice(0, from).join(" ") };
}

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** "2026-11-27" */
export const dayOf = ({ publishedAt }: Citable): string => publishedAt.slice(0, 10);

/** What makes it checkable, in words. No DOI: a publication of Phasic has none, and none is made up. */
export const checkWords = ({ hash, licence }: Citable): string =>
  `SHA-256 of the manifest: ${hash}. Licence: ${licence}.`;
