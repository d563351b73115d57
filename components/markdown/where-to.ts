export type Destination =
  /** A page of this server: `href` has no host. */
  | { readonly kind: "here"; readonly href: string }
  /** `host` is what a reader is shown: in letters of the Latin alphabet, whatever it imitates. */
  | { readonly kind: "elsewhere"; readonly href: string; readonly host: string };

const nowhere = "https://here.invalid";

/** Where a link leads, read as a browser reads it; null for an address that must not be followed. */
export function whereTo(href: string, own: string | null): Destination | null {
  if (!URL.canParse(href, nowhere)) return null;
  const url = new URL(href, nowhere);
  if (url.protocol === "mailto:") return { kind: "elsewhere", href: url.href, host: url.pathname };
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  if (url.username || url.password) return null;
  if (url.origin === nowhere || url.origin === own)
    // "//" at the start would name a host
    return url.pathname.startsWith("//")
      ? null
      : { kind: "here", href: `${url.pathname}${url.search}${url.hash}` };
  return { kind: "elsewhere", href: url.href, host: url.host };
}
