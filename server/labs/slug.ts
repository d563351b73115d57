const longest = 40;

/** A lab's name as part of an address: small letters, digits and hyphens, at most 40; "lab" when nothing is left. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  return plain || "lab";
}

/** `slug` for the first try, then with a counter in place of its end. */
export function numbered(slug: string, attempt: number): string {
  if (attempt === 1) return slug;
  const end = `-${attempt}`;
  return slug.slice(0, longest - end.length).replace(/-+$/, "") + end;
}
