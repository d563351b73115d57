import { describe, expect, it } from "vitest";
import { snippetOf } from "./snippet";

const marked = (body: string, words: string[]) => {
  const found = snippetOf(body, words);
  return found && found.marks.map(([from, to]) => found.text.slice(from, to));
};

describe("a snippet", () => {
  it("marks every word where it stands, whatever the case", () => {
    expect(marked("Rate falls. The RATE of licks.", ["rate", "lick"])).toEqual(["Rate", "RATE", "lick"]);
  });

  it("is null where no word stands", () => {
    expect(snippetOf("nothing of it", ["dopamine"])).toBeNull();
    expect(snippetOf("anything", [])).toBeNull();
  });

  it("takes what is typed as it stands, not as a pattern", () => {
    expect(marked("p(x) = a.b", ["p(x)", "a.b"])).toEqual(["p(x)", "a.b"]);
    expect(snippetOf("axb", ["a.b"])).toBeNull();
  });

  it("begins and ends between words, and says where text is left out", () => {
    const found = snippetOf(`${"before ".repeat(40)}needle ${"after ".repeat(60)}`, ["needle"])!;
    expect(found.text).toMatch(/^… before .*needle after .* …$/);
    expect(found.text.length).toBeLessThan(190);
  });

  it("cuts no grapheme in scripts without spaces", () => {
    const family = "👩‍👩‍👧‍👦";
    const { text } = snippetOf(`${family.repeat(20)}針${family.repeat(40)}`, ["針"])!;
    expect(text.replaceAll(family, "")).toBe("… 針 …");
  });

  it("finds an accent however it was typed", () => {
    expect(marked("E\u0301tude", ["étude"])).toEqual(["Étude"]);
  });
});
