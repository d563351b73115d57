import { createHash } from "node:crypto";
import { env } from "../env";

const isSecure = () => env().NEXTAUTH_URL.startsWith("https:");
/** Two installations on one host share its cookies whatever their ports: each has names of its own. */
const installation = () => createHash("sha256").update(env().NEXTAUTH_SECRET).digest("hex").slice(0, 8);

/** @param prefix what browsers hold a secure cookie of this name to. */
export const cookie = (name: string, prefix: "__Secure-" | "__Host-") => ({
  name: `${isSecure() ? prefix : ""}phasic-${installation()}.${name}`,
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure() },
});

/** A cookie that browsers send to one path only; `__Host-` is for whole sites. */
export const pathCookie = (name: string): string =>
  `${isSecure() ? "__Secure-" : ""}phasic-${installation()}.${name}`;

/** @param header a request's Cookie header. */
export function readCookie(header: string | null, name: string): string | null {
  const pair = (header ?? "").split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}

/** A Set-Cookie header. No seconds: the browser forgets it. */
export const setCookie = (name: string, value: string, seconds: number, path = "/"): string =>
  `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;

/** Cookies of one request and its answer. */
export interface Jar {
  get(name: string): string | null;
  /** No seconds: the browser forgets it. */
  set(name: string, value: string, seconds: number): void;
}

/** @param answer headers of the answer; without them, as in a page that is being rendered, nothing can be set. */
export const jarOf = (cookies: string | null, answer?: Headers): Jar => ({
  get: (name) => readCookie(cookies, name),
  set: (name, value, seconds) => answer?.append("set-cookie", setCookie(name, value, seconds)),
});
export const emptyJar = jarOf(null);
