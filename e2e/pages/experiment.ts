import { expect, type Page } from "@playwright/test";

/** Waits, without reloading, until the page itself says that all runs are done. */
export async function expectAllDone(page: Page, runs: number) {
  await expect(page.getByRole("status").filter({ hasText: `${runs} done` })).toBeVisible({ timeout: 75_000 });
}
