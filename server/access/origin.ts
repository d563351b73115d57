import { env } from "../env";
import { Problem } from "../errors";

/**
 * Throws foreign-origin unless a page of ours sent the request. Browsers say so themselves (Sec-Fetch-Site, else Origin);
 * a script that sends neither must name us in Origin.
 */
export function requireOwnOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const own = site === null ? origin !== null && isOurs(origin, headers.get("host")) : site === "same-origin";
  // a browser behind a proxy that changes the name calls its own page same-origin; a differing Origin is then a lie
  if (own && (origin === null || isOurs(origin, headers.get("host")))) return;
  throw new Problem("foreign-origin", "This request does not come from one of Phasic's own pages.", {
    where: origin ?? "no Origin header",
    next: "Open Phasic and try again there. Scripts send the header Origin with Phasic's address.",
  });
}

function isOurs(origin: string, host: string | null): boolean {
  if (origin === new URL(env().NEXTAUTH_URL).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
