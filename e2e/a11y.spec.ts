import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const open = [
  "/sign-in",
  "/sign-up",
  "/forgot-password",
  "/reset-password",
  "/confirm-email",
  "/no-such-page",
];
const rooms = [
  "",
  "/compare",
  "/experiments",
  "/models",
  "/paradigms",
  "/datasets",
  "/dashboards",
  "/inbox",
  "/members",
];
const forms = ["/models/new", "/paradigms/new", "/experiments/new", "/datasets/new", "/dashboards/new"];

async function expectAccessible(page: Page, where: string) {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.getByText("Loading", { exact: true })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const said = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join("\n  ")}`,
  );
  expect(said, where).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("pages before the door", async ({ page }) => {
      for (const path of open) {
        await page.goto(path);
        await expectAccessible(page, path);
      }
    });

    test("rooms and forms of a lab", async ({ page, demo }) => {
      test.setTimeout(240_000);
      for (const path of [...rooms, ...forms]) {
        await page.goto(demo.base + path);
        await expectAccessible(page, path);
      }
      for (const path of ["/account", "/labs/new", "/sign-out"]) {
        await page.goto(path);
        await expectAccessible(page, path);
      }
    });

    test("one of each object, as a person finds it", async ({ page, demo }) => {
      test.setTimeout(240_000);
      for (const noun of ["experiments", "models", "paradigms", "dashboards"]) {
        await page.goto(`${demo.base}/${noun}`);
        await page.getByRole("table").getByRole("link").first().click();
        await page.waitForURL(new RegExp(`/${noun}/`));
        await expectAccessible(page, noun);
      }
      await page.goto(demo.base);
      await page.getByRole("region", { name: "Comparisons" }).getByRole("link").first().click();
      await page.waitForURL(/\/compare\//);
      await expectAccessible(page, "a saved comparison");
    });

    test("a run", async ({ page, demo }) => {
      test.setTimeout(240_000);
      await page.goto(`${demo.base}/experiments`);
      await page.getByRole("link", { name: "The fair comparison", exact: true }).click();
      const done = page.getByRole("link", { name: /repetition \d+: done/ }).first();
      await done.click({ timeout: 120_000 });
      await page.waitForURL(/\/runs\//);
      await expectAccessible(page, "a run");
    });
  });

test("the page works by keyboard alone: skip link, rail, palette", async ({ page, demo }) => {
  await page.goto(`${demo.base}/models`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Paradigms");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Paradigms" })).toBeVisible();
});

test("on a phone nothing is wider than the page, and the rail is a drawer", async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [...rooms, ...forms]) {
    await page.goto(demo.base + path);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, path).toBeLessThanOrEqual(0);
  }
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Models" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Models" })).toBeVisible();
});
