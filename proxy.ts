import { type NextRequest, NextResponse } from "next/server";

// React's development build explains errors with the help of eval; the production build never needs it.
// eslint-disable-next-line no-restricted-syntax
const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Gives every page a content security policy with a nonce of its own; next.js finds the nonce in the request's header and
 * puts it on its scripts. Nothing is authorised here: that is done where data is read.
 */
export function proxy(request: NextRequest) {
  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()));
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

const contentSecurityPolicy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // recharts and katex write style attributes
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

export const config = {
  matcher: [
    {
      // publications and blind copies have a policy of their own, without scripts
      source: "/((?!api/|p/|embed/|blind/|_next/static/|_next/image|favicon.ico).*)",
      // what is only fetched ahead is not a page yet; its nonce would not be that of the page it becomes part of
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "purpose", value: "prefetch" },
      ],
    },
  ],
};
