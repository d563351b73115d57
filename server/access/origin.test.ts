import { beforeAll, describe, expect, it } from "vitest";
import { requireOwnOrigin } from "./origin";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgresql://nobody@127.0.0.1/none";
  process.env.NEXTAUTH_SECRET ??= "a secret of thirty-two characters";
  process.env.NEXTAUTH_URL = "https://phasic.example.org";
});

const host = "127.0.0.1:3000";
const passes = (headers: Record<string, string>) => {
  try {
    requireOwnOrigin(new Headers({ host, ...headers }));
    return true;
  } catch {
    return false;
  }
};

describe("a request that changes something", () => {
  it.each([
    [{ "sec-fetch-site": "same-origin", origin: `http://${host}` }],
    [{ "sec-fetch-site": "same-origin" }],
    [{ origin: `http://${host}` }],
    [{ origin: "https://phasic.example.org" }],
    [{ "sec-fetch-site": "same-origin", origin: "https://phasic.example.org" }],
  ])("passes with %j", (headers) => expect(passes(headers)).toBe(true));

  it.each([
    [{}],
    [{ origin: "null" }],
    [{ origin: "https://evil.example" }],
    [{ origin: "https://phasic.example.org.evil.example" }],
    [{ "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    [{ "sec-fetch-site": "same-site", origin: "https://other.example.org" }],
    [{ "sec-fetch-site": "none" }],
    [{ "sec-fetch-site": "cross-site", origin: "https://phasic.example.org" }],
    [{ "sec-fetch-site": "same-origin", origin: "https://evil.example" }],
  ])("is refused with %j", (headers) => expect(passes(headers)).toBe(false));
});
