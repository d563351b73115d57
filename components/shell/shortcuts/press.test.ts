import { describe, expect, it } from "vitest";
import { patienceMs, press } from "./press";

const known = ["?", "/", "n", "g h", "g m"];
const at = (key: string, time = 0) => ({ key, at: time });

describe("keys", () => {
  it("that stand alone act at once", () => {
    expect(press(known, null, at("?"))).toEqual({ done: "?", rest: null });
    expect(press(known, null, at("q"))).toEqual({ done: null, rest: null });
  });

  it("in a row act at the second", () => {
    const { done, rest } = press(known, null, at("g"));
    expect(done).toBeNull();
    expect(press(known, rest, at("m", 100))).toEqual({ done: "g m", rest: null });
  });

  it("are forgotten after a while, and by another key", () => {
    const { rest } = press(known, null, at("g"));
    expect(press(known, rest, at("m", patienceMs + 1))).toEqual({ done: null, rest: null });
    expect(press(known, rest, at("n", 100))).toEqual({ done: "n", rest: null });
    expect(press(known, rest, at("g", 100)).rest).toEqual(at("g", 100));
  });
});
