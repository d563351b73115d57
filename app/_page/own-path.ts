const here = "http://here.invalid";

/** The path, where it leads to a page of ours, as a browser would read it; else the first page. */
export const ownPath = (path: unknown): string =>
  typeof path === "string" &&
  path.startsWith("/") &&
  URL.canParse(path, here) &&
  new URL(path, here).origin === here
    ? path
    : "/";
