import { expect, it } from "vitest";
import { initials } from "./initials";

it.each([
  ["Ada Test", "AT"],
  ["Ada M. van der Test", "AT"],
  ["ada", "A"],
  ["多巴胺", "多"],
  ["Éva Öz", "ÉÖ"],
  ["Ada (she)", "AS"],
  ["🙂", "🙂"],
])("%s is %s", (name, short) => expect(initials(name)).toBe(short));
