import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { pressUntil } from "./pages/keyboard";
import { desk, look, phone } from "./pages/look";

test.describe.configure({ mode: "parallel" });

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const open = [
  "/sign-in",
  "/sign-up",
  "/forgot-password",
  "/reset-password",
  "/confirm-email",
  "/join",
  "/shared-with-you",
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
  "/sharing",
  "/shared",
  "/publications",
  "/trash",
  "/settings",
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

test.describe("pages before the door", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" }, viewport: desk });

  test("in light and dark, at a desk and on a phone", async ({ page }) => {
    const found: string[] = [];
    for (const address of open) found.push(...(await look(page, address, address)));
    expect(found.join("\n")).toBe("");
  });
});

for (const colorScheme of ["light", "dark"] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

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
  await page.setViewportSize(phone);
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

test("the tour of the demonstration by keyboard alone, in under a minute", async ({ page, demo }) => {
  await page.goto(demo.base);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  const began = Date.now();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Tour of the dem");
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: /./ }).filter({ hasText: /Tour, \d of \d/ });
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await expect(card).toContainText(`Tour, ${number} of 6`);
    await pressUntil(page, "Tab", card.getByRole("button", { name: number === 6 ? "Done" : "Next" }));
    await page.keyboard.press("Enter");
  }
  await expect(card).toHaveCount(0);
  expect(Date.now() - began).toBeLessThan(60_000);
  await expect(page).toHaveURL(/\/compare/);
});

test("from signing in to a launched experiment and its figure, by keyboard alone", async ({
  page,
  fresh,
}) => {
  test.setTimeout(120_000);
  const type = async (text: string) => page.keyboard.type(text);
  await page.goto(fresh.base);
  await page.keyboard.press("Control+k");
  await type("New experiment");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "New experiment" })).toBeVisible();
  const to = (role: "textbox" | "checkbox" | "button", name: string | RegExp) =>
    pressUntil(page, "Tab", page.getByRole(role, { name, exact: typeof name === "string" }).first());
  await to("textbox", "Name");
  await type("By keyboard");
  await to("checkbox", /^TD, acting/);
  await page.keyboard.press("Space");
  await to("button", "Remove all");
  await page.keyboard.press("Enter");
  await to("button", "Paste a list");
  await page.keyboard.press("Enter");
  await to("textbox", /^Lines of population/);
  await type("1, 201");
  await to("button", /^Add \d+ subject/);
  await page.keyboard.press("Enter");
  await to("textbox", "Trials");
  await page.keyboard.press("Control+a");
  await type("40");
  await to("button", "Launch");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "By keyboard" })).toBeVisible();
  await pressUntil(page, "Tab", page.getByRole("link", { name: "Compare", exact: true }).last());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\?/);
  const figure = page.getByRole("figure", { name: /^Preparatory lick rate/ }).first();
  await expect(figure).toBeVisible({ timeout: 60_000 });
});
