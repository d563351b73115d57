import { expect, test } from "vitest";
import { toCsv } from "./csv";

test("quotes what needs quotes, leaves gaps empty, keeps full precision", () => {
  expect(toCsv([["a,b", 'say "x"', null, 0.1 + 0.2, NaN]])).toBe(
    '"a,b","say ""x""",,0.30000000000000004,\r\n',
  );
});

test("a name that a spreadsheet would run is defused; a negative number is not", () => {
  expect(toCsv([["=HYPERLINK(1)", "+1", -1]])).toBe("'=HYPERLINK(1),'+1,-1\r\n");
});
