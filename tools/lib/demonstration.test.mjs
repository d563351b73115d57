import { expect, test } from "vitest";
import { demonstration } from "../../prisma/seed/demonstration";
import { demonstrationEmail } from "./demonstration.mjs";

test("what is printed at the start signs in to what is seeded", () => {
  expect(demonstrationEmail).toBe(demonstration.user.email);
});
