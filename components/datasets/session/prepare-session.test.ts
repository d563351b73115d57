import type { SessionFigures } from "@/contracts/session";
import { expect, test } from "vitest";
import { typesInWords } from "./prepare-session";

const of = (...types: (string | null)[]) =>
  typesInWords(
    { trials: types.map((type) => ({ type })) } as unknown as SessionFigures,
    types.map((_, row) => row),
  );

test("a figure of trials says their types as the source has them, and none that nobody said", () => {
  expect(of("cued", "omitted", "cued")).toBe("trials: cued, omitted");
  expect(of("cued", null)).toBe("trials: cued, of no known type");
  expect(of(null, null)).toBe("nobody said of which type its trials are");
  expect(of()).toBe("no trial");
});
