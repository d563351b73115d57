import { expect, newPerson, test } from "./fixtures";
import { lookHere } from "./pages/look";

const fair = "The fair comparison: lick-gated, no 0.75, equal probability";
const { name } = newPerson();

test("a reviewer reads a blind copy by a link, comments under a pseudonym, is answered, and is stopped", async ({
  page,
  fresh,
  browser,
}) => {
  test.setTimeout(150_000);
  await page.goto(`${fresh.base}/compare/all`);
  await page.getByRole("link", { name: fair }).first().click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Publish it as a dashboard" }).click();
  await page.waitForURL(/\/publish$/, { timeout: 60_000 });
  await page.goto(page.url().replace(/publish$/, "blind"));
  await expect(page.getByRole("heading", { level: 1, name: "Blind review" })).toBeVisible();

  const link = await test.step("what says whose it is is replaced or accepted before", async () => {
    await page.getByLabel("Title").fill(`Error or rate, by ${name}`);
    await expect(page.getByText(`“${name}”`)).toBeVisible({ timeout: 20_000 });
    await page.getByRole("button", { name: "Make the copy and a link" }).click();
    await expect(page.getByText(/may say whose it is/)).toBeVisible({ timeout: 20_000 });
    await page.getByLabel(`Instead of “${name}”`).fill("the authors");
    await page.getByRole("button", { name: "Replace", exact: true }).first().click();
    await expect(page.getByText(`“${name}” is “the authors”`)).toBeVisible();
    await expect(page.getByLabel(`Instead of “${name}”`)).toBeHidden({ timeout: 20_000 });
    const harmless = page.getByLabel("It says nothing of us, and may stay");
    for (const box of await harmless.all()) await box.check();
    await page.getByRole("button", { name: "Make the copy and a link" }).click();
    return page.getByTestId("blind-link").innerText({ timeout: 20_000 });
  });

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const reviewer = await context.newPage();
  await test.step("the reviewer reads it on a phone, and asks as somebody else", async () => {
    await reviewer.goto(link);
    await expect(reviewer).toHaveURL(/\/blind\/[a-z0-9]{12}$/);
    await expect(
      reviewer.getByRole("heading", { level: 1, name: "Error or rate, by the authors" }),
    ).toBeVisible();
    expect(await reviewer.content()).not.toContain(name);
    expect(await lookHere(reviewer, "blind copy")).toEqual([]);
    expect(await reviewer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect((await context.cookies()).map(({ path, httpOnly }) => [path, httpOnly])).toEqual([
      [new URL(reviewer.url()).pathname, true],
    ]);
    await expect(reviewer.getByLabel("Write as")).toHaveValue("Reviewer 1");
    await reviewer.getByLabel("Write as").fill("A sceptic");
    await reviewer.getByLabel("Comment", { exact: true }).fill("Why twelve networks?");
    await reviewer.getByRole("button", { name: "Send to the authors" }).click();
    await expect(reviewer.getByText("Why twelve networks?")).toBeVisible();
  });

  await test.step("the lab answers as the authors", async () => {
    await page.reload();
    await page.getByRole("link", { name: /^1 comment/ }).click();
    await expect(page.getByText("A sceptic")).toBeVisible();
    await page.getByLabel("Answer").fill("As many as the paper has.");
    expect(await lookHere(page, "conversation with a reviewer")).toEqual([]);
    await page.getByRole("button", { name: "Answer as the authors" }).click();
    await expect(page.getByText(`Authors (${name})`)).toBeVisible();
    await reviewer.reload();
    await expect(reviewer.getByText("As many as the paper has.")).toBeVisible();
    await expect(reviewer.getByText("Authors", { exact: true })).toBeVisible();
    expect(await reviewer.content()).not.toContain(name);
  });

  await test.step("revoked, the link opens nothing on the next request", async () => {
    await page.getByRole("link", { name: "Blind review" }).click();
    await page.getByRole("button", { name: "Revoke the link of reviewer 1" }).click();
    await page.getByRole("button", { name: "Revoke it" }).click();
    await expect(page.getByText("revoked", { exact: true })).toBeVisible();
    expect((await reviewer.reload())?.status()).toBe(404);
    await expect(reviewer.getByText("There is nothing to review here")).toBeVisible();
    await context.close();
  });
});
