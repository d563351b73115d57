import { describe, expect, it } from "vitest";
import { orcid } from "./orcid";

describe("an ORCID iD", () => {
  // examples of ORCID's own documentation, with check digits 7, X and 0 to 9
  it.each([
    ["0000-0002-1825-0097", "0000-0002-1825-0097"],
    ["0000-0001-5109-3700", "0000-0001-5109-3700"],
    ["0000-0002-1694-233X", "0000-0002-1694-233X"],
    [" https://orcid.org/0000-0002-1694-233x ", "0000-0002-1694-233X"],
    ["0000000218250097", "0000-0002-1825-0097"],
  ])("%s is read as %s", (typed, id) => expect(orcid.parse(typed)).toBe(id));

  it.each([
    "0000-0002-1825-0098",
    "0000-0002-1694-2330",
    "0000-0002-1825-009",
    "",
    "ada",
    "0000-0002-1852-0097",
  ])("%j is refused", (typed) => expect(orcid.safeParse(typed).success).toBe(false));
});
