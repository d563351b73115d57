import type { Page } from "@playwright/test";
import { objectKinds } from "../contracts/object";
import { expect, newPerson, test } from "./fixtures";
import { tell } from "./pages/api";
import { giveAndTake } from "./pages/given";
import { pressUntil } from "./pages/keyboard";
import { desk, look, phone } from "./pages/look";
import {
  behindLinks,
  doors,
  objects,
  objectsOf,
  outside,
  owned,
  pagesOfTheApp,
  rooms,
  shared,
} from "./pages/routes";

test.describe.configure({ mode: "parallel" });

// what axe finds is said in words; a trace would be an image of the whole page at each of its many steps
test.use({ contextOptions: { reducedMotion: "reduce" }, viewport: desk, trace: "off" });

async function walk(page: Page, addresses: Readonly<Record<string, string>>) {
  const found: string[] = [];
  for (const [route, address] of Object.entries(addresses)) found.push(...(await look(page, route, address)));
  expect(found.join("\n")).toBe("");
}
const slugOf = ({ base }: { base: string }) => base.split("/")[2];

test("every page of the app is looked at", () => {
  const kinds = [...objectKinds, "subject"] as const;
  const one = Object.fromEntries(kinds.map((kind) => [kind, ""])) as Record<(typeof kinds)[number], string>;
  const looked = [outside, behindLinks, rooms(""), objects(one), owned("", "", ""), shared("", one)];
  expect([...doors, ...looked.flatMap(Object.keys)].sort()).toEqual(pagesOfTheApp().sort());
});

test("before the door", async ({ page }) => {
  await walk(page, { ...outside, ...behindLinks, "not-found": "/no-such-page" });
});

test("rooms and forms of a lab", async ({ page, demo }) => {
  test.setTimeout(240_000);
  await walk(page, { ...rooms(demo.base), "lab/[lab]/not-found": `${demo.base}/models/never-was` });
});

test("one of each object", async ({ page, demo }) => {
  test.setTimeout(300_000);
  await walk(page, objects(await objectsOf(page, slugOf(demo))));
});

test("what an owner sees, what links open, and what another lab shares", async ({ page, fresh, browser }) => {
  test.setTimeout(300_000);
  const made = await giveAndTake(page, slugOf(fresh));
  await walk(page, owned(fresh.base, made.dashboard, made.review));
  await walk(page, {
    "lab/[lab]/shared": `/lab/${made.other}/shared`,
    ...shared(made.place, await objectsOf(page, made.place)),
    "lab/[lab]/shared/not-found": made.ended,
  });
  // somebody who is nobody yet: a page of one's own would go on into the lab
  const guest = await browser.newContext({ reducedMotion: "reduce", viewport: desk });
  await walk(await guest.newPage(), Object.fromEntries(made.links.map((link) => [link.split("/")[4], link])));
  await guest.close();
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

test("on a phone the rail is a drawer", async ({ page, demo }) => {
  await page.setViewportSize(phone);
  await page.goto(demo.base);
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

test("from signing in over a launched experiment to a number read off its figure, by keyboard alone", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const type = async (text: string) => page.keyboard.type(text);
  const person = newPerson();
  await page.goto("/sign-in");
  await tell(page, "account.signUp", person);
  await pressUntil(page, "Tab", page.getByLabel("E-mail"));
  await type(person.email);
  await pressUntil(page, "Tab", page.getByLabel("Password"));
  await type(person.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: person.labName })).toBeVisible();
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
  const reader = page.getByRole("slider", { name: /^Read Preparatory lick rate along/ });
  await expect(reader).toBeVisible({ timeout: 60_000 });
  await pressUntil(page, "Tab", reader);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(reader).toHaveAttribute("aria-valuetext", /^trials .*TD, acting.* Hz/);
  await expect(page.getByRole("region", { name: "Reading" })).toContainText("TD, acting");
  await page.keyboard.press("Escape");
  await expect(reader).toHaveAttribute("aria-valuetext", "nothing chosen");
});
