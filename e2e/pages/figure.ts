import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** Chooses an item of a figure's menu that gives a file, and reads the file. */
export async function takeAway(page: Page, figure: Locator, item: string): Promise<string> {
  await figure.getByRole("button", { name: /^Take away or change/ }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: item }).click();
  return readFile(await (await download).path(), "utf8");
}
