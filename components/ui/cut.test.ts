import { expect, it } from "vitest";
import { cut } from "./cut";

it("cuts between graphemes", () => {
  expect(cut("short", 10)).toBe("short");
  expect(cut("abcdef", 3)).toBe("abc");
  const family = "👩‍👩‍👧‍👦";
  expect(cut(`ab${family}cd`, 5)).toBe("ab");
  expect(cut(`e\u0301e\u0301`, 3)).toBe("e\u0301");
});
