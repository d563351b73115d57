import { describe, expect, it } from "vitest";
import { anchor, mentionsIn, splitMentions } from "./comment";

describe("mentions in a text", () => {
  it.each([
    ["@{a} and @{b-_9}, again @{a}", ["a", "b-_9"]],
    ["mail@example.org, @nobody, @{}, @{a b}", []],
    ["`@{a}` is code, @{b} is not", ["b"]],
    ["``a ` @{a}`` @{b}", ["b"]],
    ["```\n@{a}\n```\n@{b}", ["b"]],
    ["~~~\n@{a}\n", []],
  ])("%j: %j", (text, users) => expect(mentionsIn(text)).toEqual(users));

  it("alternate with plain text", () => {
    expect(splitMentions("@{a}, see @{b}")).toEqual(["", "a", ", see ", "b", ""]);
    expect(splitMentions("nobody")).toEqual(["nobody"]);
  });
});

describe("an anchor", () => {
  const axis = { key: "trial", title: "Trial", unit: "" };
  const at = { axis, said: "trial 5", group: null };
  const figure = { key: "curve:prepLick", title: "Licks" };
  it.each([
    [{ figure: null, place: null }, true],
    [{ figure, place: null }, true],
    [{ figure, place: { ...at, from: 5, to: 5 } }, true],
    [{ figure, place: { ...at, from: 6, to: 5 } }, false],
    [{ figure, place: { ...at, from: 1, to: Number.POSITIVE_INFINITY } }, false],
    [{ figure: null, place: { ...at, from: 5, to: 5 } }, false],
  ])("%j stands: %s", (value, stands) => expect(anchor.safeParse(value).success).toBe(stands));
});
