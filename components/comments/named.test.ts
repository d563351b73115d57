import { describe, expect, it } from "vitest";
import { fromBody, labelled, matching, toBody, typedName } from "./named";

const person = (id: string, name: string, hint = `${id}@lab.example`) => ({ id, name, hint });

describe("names in a text that is written", () => {
  it("become ids, the longest name first, and only those that were chosen", () => {
    const named = [
      { label: "Ada", id: "a" },
      { label: "Ada Test", id: "b" },
    ];
    expect(toBody("@Ada Test and @Ada and @Ben", named)).toBe("@{b} and @{a} and @Ben");
  });

  it("come back for editing, two people of one name apart, and somebody unknown as the id", () => {
    const people = { a: "Ada", b: "Ada" };
    const { text, named } = fromBody("@{a}, @{b}, @{a}, @{gone}, @{toString}", people);
    expect(text).toBe("@Ada, @Ada (2), @Ada, @{gone}, @{toString}");
    expect(toBody(text, named)).toBe("@{a}, @{b}, @{a}, @{gone}, @{toString}");
  });

  it("mean one person each", () => {
    const labels = labelled([person("a", "Ada"), person("b", "Ada"), person("c", "Ben")]);
    expect(labels.map(({ label }) => label)).toEqual(["Ada (a@lab.example)", "Ada (b@lab.example)", "Ben"]);
  });
});

describe("the name that is being typed", () => {
  it.each([
    ["hello @A", { from: 6, name: "A" }],
    ["@", { from: 0, name: "" }],
    ["(@Éva Ki", { from: 1, name: "Éva Ki" }],
    ["@多巴", { from: 0, name: "多巴" }],
    ["mail a@b", null],
    ["@Ada Test rest", null],
    ["@ x", null],
    ["nobody", null],
  ])("%j: %j", (text, found) => expect(typedName(text, text.length)).toEqual(found));

  it("finds people by the beginning of a name or word, whatever the accent", () => {
    const people = [person("a", "Zoë Éva"), person("b", "Eva Zed"), person("c", "Ben", "eve@x.example")];
    expect(matching(people, "ev").map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(matching(people, "")).toHaveLength(3);
    expect(matching(people, "nobody")).toEqual([]);
  });
});
