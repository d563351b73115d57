import { createHash, randomBytes } from "node:crypto";
import { env } from "../env";
import { cookie, type Jar, pathCookie, setCookie } from "./cookie";

/**
 * Capability links: whoever has one may do one thing. The address holds a random token of which the database knows only the
 * hash. Opening it (app/link) moves the token into a short cookie and leaves the address at once, so that it stands in no
 * history, no Referer and no screenshot; nothing is used up before the person acts on the page, because mail servers open
 * links too.
 */
export const linkKinds = {
  /** A new password. */
  reset: { page: "/reset-password", cookieSeconds: 15 * 60 },
  /** An e-mail address that proves to be somebody's. */
  email: { page: "/confirm-email", cookieSeconds: 15 * 60 },
  /** A lab; long enough to make an account on the way. */
  invitation: { page: "/join", cookieSeconds: 60 * 60 },
  /** What another lab shares. */
  share: { page: "/shared-with-you", cookieSeconds: 60 * 60 },
} as const satisfies Record<string, { page: string; cookieSeconds: number }>;
export type LinkKind = keyof typeof linkKinds;

export const isLinkKind = (kind: string): kind is LinkKind => Object.hasOwn(linkKinds, kind);

/** 256 bits of chance, as text for an address. */
export const newToken = (): string => randomBytes(32).toString("base64url");
/** What the database keeps of a token; chance this long needs no salt. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");
export const linkAddress = (kind: LinkKind, token: string): string =>
  new URL(`/link/${kind}/${token}`, env().NEXTAUTH_URL).href;

/** Tokens of the links that a browser has opened. */
export interface Links {
  token(kind: LinkKind): string | null;
  /** The link has done its work: the browser forgets it. */
  drop(kind: LinkKind): void;
}

/**
 * A reviewer's link keeps no cookie but one that only its own pages receive, and stays of use until it ends: what it opens is
 * read again. The token begins with the address of these pages.
 */
const reviewSeconds = 30 * 24 * 60 * 60;
const reviewCookie = () => pathCookie("review");
export const reviewAddress = (token: string): string =>
  new URL(`/link/blind/${token}`, env().NEXTAUTH_URL).href;
/** @param address 12 letters and digits. */
export const reviewToken = (address: string): string => `${address}${newToken()}`;
/** The token with which this browser opened the copy whose pages it asks for: no others receive it. */
export const openedReview = (jar: Jar): string | null => jar.get(reviewCookie());

/** The answer to a reviewer's link: as `exchange`, for one path. */
export function exchangeReview(token: string): Response {
  if (!/^[a-z0-9]{12}[\w-]{20,100}$/.test(token))
    return new Response(null, { status: 303, headers: leaving("/blind/none") });
  const path = `/blind/${token.slice(0, 12)}`;
  const headers = leaving(path);
  headers.set("set-cookie", setCookie(reviewCookie(), token, reviewSeconds, path));
  return new Response(null, { status: 303, headers });
}

const cookieOf = (kind: LinkKind) => cookie(`link-${kind}`, "__Host-").name;

export const linksOf = (jar: Jar): Links => ({
  token: (kind) => jar.get(cookieOf(kind)),
  drop: (kind) => jar.set(cookieOf(kind), "", 0),
});

/** The answer to an opened link: on to its page, with the token in a cookie. */
export function exchange(kind: LinkKind, token: string): Response {
  const { page, cookieSeconds } = linkKinds[kind];
  const headers = leaving(page);
  if (/^[\w-]{20,100}$/.test(token))
    headers.set("set-cookie", setCookie(cookieOf(kind), token, cookieSeconds));
  return new Response(null, { status: 303, headers });
}

const leaving = (location: string) =>
  new Headers({ location, "cache-control": "no-store", "referrer-policy": "no-referrer" });
