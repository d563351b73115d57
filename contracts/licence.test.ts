import { describe, expect, it } from "vitest";
import { licenceRefusal, licences, uses } from "./licence";

describe("a licence", () => {
  it.each([
    ["CC-BY-4.0", "fork"],
    ["cc0-1.0", "publish"],
    ["CC-BY-ND-4.0", "export"],
    ["CC-BY-ND-4.0", "publish"],
  ] as const)("%s allows %s", (id, use) => expect(licenceRefusal(id, use)).toBeNull());

  it.each([
    ["CC-BY-ND-4.0", "fork", /no changed copies/],
    ["CC-BY-NC-ND-4.0", "fork", /no changed copies/],
    ["LicenseRef-none", "export", /looked at, nothing else/],
    ["MyOwn-1.0", "export", /does not know/],
    ["", "fork", /does not know/],
  ] as const)("%s refuses %s and says why", (id, use, why) => expect(licenceRefusal(id, use)).toMatch(why));

  it("is known by one id, and lets nobody publish what nobody may export", () => {
    expect(new Set(licences.map(({ id }) => id)).size).toBe(licences.length);
    for (const { id } of licences)
      if (licenceRefusal(id, "export")) expect(uses.every((use) => licenceRefusal(id, use))).toBe(true);
  });
});
