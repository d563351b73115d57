import { expect, test } from "./fixtures";

test("the demonstration's path: home, the fair comparison, its numbers", async ({ page, demo }) => {
  await expect(page.getByRole("heading", { level: 1, name: "Demonstration" })).toBeVisible();
  const comparisons = page.getByRole("region", { name: "Comparisons" });
  await comparisons.getByRole("link", { name: /^The fair comparison/ }).click();
  await expect(page).toHaveURL(new RegExp(`${demo.base}/compare/`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("fair comparison");

  const figure = page.getByRole("figure", { name: /^Preparatory lick rate/ }).first();
  await expect(figure).toBeVisible({ timeout: 60_000 });

  await page.goto(demo.base);
  await comparisons.getByRole("link", { name: /^The published 0.75/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("0.75");
  await expect(page.getByText(/loses? 0.75 of (its|their) learning rate/).first()).toBeVisible();
});

test("every place of the rail opens, and the palette finds a model by name", async ({ page, demo }) => {
  for (const name of [
    "Compare",
    "Experiments",
    "Models",
    "Paradigms",
    "Datasets",
    "Dashboards",
    "Members",
    "Home",
  ]) {
    await page.getByRole("navigation", { name: "Lab" }).getByRole("link", { name }).click();
    await expect(page.getByRole("navigation", { name: "Lab" }).getByRole("link", { name })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder(/Models, experiments/).fill("TD, acting");
  // the model itself stands before the experiments and runs that hold it
  await page.getByRole("option", { name: "TD, acting" }).first().click();
  await expect(page).toHaveURL(new RegExp(`${demo.base}/models/`));
  await expect(page.getByRole("heading", { level: 1, name: "TD, acting" })).toBeVisible();
});

test("another lab's address says that nothing is here", async ({ page, fresh }) => {
  expect(fresh.base).toMatch(/^\/lab\//);
  const response = await page.goto("/lab/demonstration");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
});
