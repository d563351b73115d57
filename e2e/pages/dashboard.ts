import { expect, type Page } from "@playwright/test";

/** On the page of an editor: opens the dialog, chooses the kind, and fills the form as `fill` says. */
export async function addPanel(page: Page, kind: string, fill: () => Promise<unknown>) {
  await page
    .getByRole("button", { name: /^Add (panel|the first panel)$/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: new RegExp(`^${kind}`) }).click();
  await fill();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Names of panels in the order in which they are read. */
export const panelNames = (page: Page) =>
  page.locator("[data-cell]").evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label")));

export async function saveVersion(page: Page, message: string, number: number) {
  await page.getByRole("button", { name: "Save version" }).click();
  await page.getByLabel("What is new").fill(message);
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`Version ${number} is saved.`).first()).toBeVisible();
}

/** Finds one of many by typing, and takes the first. */
export async function pick(page: Page, label: string, typed: string) {
  await page.getByRole("dialog").getByLabel(label, { exact: true }).click();
  await page.keyboard.type(typed);
  await page.getByRole("option", { name: typed }).first().click();
}
