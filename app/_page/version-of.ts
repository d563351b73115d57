/** The number of a version as an address says it; null where it says none. */
export function versionOf(text: string | undefined): number | null {
  return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
