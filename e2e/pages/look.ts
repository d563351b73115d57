import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** All that differs in the dark. */
const colours = ["color-contrast", "link-in-text-block"];
export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** What axe finds in light and in dark, and what is wider than a phone; the page is opened once for all of it. */
export async function look(page: Page, route: string, address: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(phone);
  await page.goto(address, { waitUntil: "commit" });
  return inspect(page, `${route} (${address})`);
}

/** The same of the page that is open, which is as wide afterwards as it was. */
export async function lookHere(page: Page, address: string): Promise<string[]> {
  const before = page.viewportSize() ?? desk;
  const found = await inspect(page, address);
  await page.setViewportSize(before);
  return found;
}

async function inspect(page: Page, address: string): Promise<string[]> {
  const found: string[] = [];
  const say = (what: string) => found.push(`${address}: ${what}`);
  await page.setViewportSize(phone);
  await expect(page.getByRole("heading", { level: 1 }).first(), address).toBeVisible();
  await arrived(page);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  // figures are drawn anew when their width has changed
  await expect
    .poll(overflow)
    .toBeLessThanOrEqual(0)
    .catch(async () => say(`${await overflow()} pixels wider than a phone`));
  await page.setViewportSize(desk);
  await arrived(page);
  // what is inside a figure is one picture to a screen reader; axe would look at each of its marks, also where told not to
  await page.locator("figure [role=img] svg").evaluateAll((all) => {
    for (const svg of all) svg.replaceWith(svg.cloneNode(false));
  });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await painted(page);
    // no page has frames, so axe needs no second page to gather what it found
    const axe = new AxeBuilder({ page })
      .options({ resultTypes: ["violations"] })
      .exclude("svg")
      .setLegacyMode();
    const { violations } = await (
      colorScheme === "light" ? axe.withTags(tags) : axe.withRules(colours)
    ).analyze();
    for (const { id, help, nodes } of violations)
      say(`${colorScheme}, ${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 300)).join("\n  ")}`);
  }
  return found;
}

/** Waits until nothing in view is on its way any more; what lies further down may be read only when it comes near. */
const arrived = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll("[data-part=skeleton]")].every(
      (place) => place.getBoundingClientRect().top >= innerHeight,
    ),
  );

const painted = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
