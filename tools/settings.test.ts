import { readFileSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { settingsPage } from "./settings";

test("docs/settings.md says what server/env.ts declares (npm run settings)", async () => {
  const wanted = await format(settingsPage(), { parser: "markdown", printWidth: 110 });
  expect(readFileSync("docs/settings.md", "utf8")).toBe(wanted);
});
