import { AsyncLocalStorage } from "node:async_hooks";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { NextRequest } from "next/server";

/**
 * next-auth asks `next/headers` for what the request holds, which only next.js can answer. Within `callRoute` the request at
 * hand answers instead.
 */
const current = new AsyncLocalStorage<NextRequest>();
const nextHeaders = createRequire(import.meta.url)("next/headers") as {
  cookies: () => Promise<unknown>;
  headers: () => Promise<unknown>;
};
nextHeaders.cookies = async () => current.getStore()!.cookies;
nextHeaders.headers = async () => current.getStore()!.headers;

type Handler = (request: NextRequest, context: { params: Promise<unknown> }) => Promise<Response>;
export const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/** The handlers that a route file exports, by method. */
export async function handlersOf(file: string): Promise<Record<string, Handler>> {
  const exported = (await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href)) as Record<
    string,
    Handler
  >;
  return Object.fromEntries(
    Object.entries(exported).filter(([name]) => (methods as readonly string[]).includes(name)),
  );
}

/** Calls the handler as next.js would, with this Cookie header. */
export async function callRoute(
  { file, method }: { file: string; method: string },
  request: Request,
  cookie: string | null,
  params: Record<string, string | string[]> = {},
): Promise<Response> {
  const sent = new NextRequest(request);
  if (cookie !== null) sent.headers.set("cookie", cookie);
  const withCookies = new NextRequest(sent, { headers: sent.headers });
  const handler = (await handlersOf(file))[method];
  return current.run(withCookies, () => handler(withCookies, { params: Promise.resolve(params) }));
}
