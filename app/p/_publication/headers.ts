import { createHash } from "node:crypto";

/** What the inline style sheets of a page hash to: nothing else may style it, and nothing may run. */
const styles = (page: string): string =>
  [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => hashed(text)).join(" ");

const hashed = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** @param script the one that may run, and ask this server; none unless given. */
export const policy = (
  page: string,
  {
    framed = false,
    forms = "'none'",
    script,
  }: { framed?: boolean; forms?: "'none'" | "'self'"; script?: string },
): string =>
  [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src ${hashed(script)}`, "connect-src 'self'"]),
    `style-src ${styles(page) || "'none'"}`,
    "img-src data:",
    "base-uri 'none'",
    `form-action ${forms}`,
    `frame-ancestors ${framed ? "*" : "'none'"}`,
  ].join("; ");

/** A page for everybody: kept by browsers and caches, but asked for each time, so that withdrawing acts at once. */
export const pageResponse = (
  page: string,
  { status = 200, etag, framed = false }: { status?: number; etag?: string; framed?: boolean },
): Response =>
  new Response(page, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy(page, { framed }),
      "cache-control": etag ? "public, no-cache" : "no-store",
      ...(etag && { etag }),
      ...(!framed && { "x-frame-options": "DENY" }),
    },
  });

export const fileResponse = (
  body: string | Uint8Array<ArrayBuffer>,
  { name, mediaType, etag }: { name: string; mediaType: string; etag: string },
): Response =>
  new Response(body, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "_")}"`,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      "cache-control": "public, no-cache",
      etag,
    },
  });

export const unchanged = (request: Request, etag: string): Response | null =>
  request.headers.get("if-none-match")?.includes(etag)
    ? new Response(null, { status: 304, headers: { etag, "cache-control": "public, no-cache" } })
    : null;
