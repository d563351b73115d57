import { expect, type Page } from "@playwright/test";

/** In the open composer of a new thread; `choose` takes the first person that the text's last @ finds. */
export async function comment(page: Page, text: string, { choose = false } = {}) {
  const field = page.getByRole("textbox", { name: "New comment" });
  await field.pressSequentially(text);
  if (choose) {
    await expect(page.getByRole("listbox", { name: "People" })).toBeVisible();
    await field.press("Enter");
  }
  await field.press("Control+Enter");
  await expect(field).toHaveCount(0);
}

/** To the first conversation that is open. */
export async function reply(page: Page, text: string) {
  await page.getByRole("button", { name: "Reply", exact: true }).first().click();
  const field = page.getByRole("textbox", { name: "Reply" });
  await field.fill(text);
  await field.press("Control+Enter");
  await expect(field).toHaveCount(0);
}
