import { describe, expect, it } from "vitest";
import { objectName } from "./lab";

describe("a name", () => {
  it.each([
    ["  Fair  ", "Fair"],
    ["E\u0301tude", "Étude"],
    ["two\nlines", "two lines"],
    ["نموذج", "نموذج"],
    ["می\u200cخواهم", "می\u200cخواهم"],
    ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"],
    ["abc\u202egpj", "abc gpj"],
  ])("%j is kept as %j", (typed, kept) => expect(objectName.parse(typed)).toBe(kept));

  it.each(["", "   ", "\u200b\u200d", "\u202e"])("%j is none", (typed) => {
    expect(objectName.safeParse(typed).error?.issues[0].message).toBe("Give it a name.");
  });

  it("is at most 120 characters long", () => {
    expect(objectName.safeParse("x".repeat(121)).success).toBe(false);
  });
});
