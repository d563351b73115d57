import { expect, type Page } from "@playwright/test";

export async function openModel(page: Page, base: string, name: string) {
  await page.goto(`${base}/models`);
  await page.getByRole("searchbox", { name: "Filter models" }).fill(name);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** From the page of a model. */
export async function fork(page: Page, name: string) {
  await page.getByRole("button", { name: "Fork" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the new model").fill(name);
  await dialog.getByRole("button", { name: "Fork" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}
