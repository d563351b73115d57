import { expect, labBase, newPerson, test } from "./fixtures";
import { signUp } from "./pages/door";

test("two people in one lab see each other, write at once and lose nothing, and hear of each other", async ({
  browser,
  page: ada,
}) => {
  test.setTimeout(180_000);
  await signUp(ada, newPerson());
  const base = labBase(ada);

  await ada.goto(`${base}/members`);
  await ada.getByRole("button", { name: "Invite" }).click();
  await ada.getByRole("dialog").getByLabel("Role").selectOption("editor");
  await ada.getByRole("button", { name: "Make the link" }).click();
  const link = (await ada.getByRole("dialog").locator("code").innerText()).trim();
  const ben = await (await browser.newContext()).newPage();
  await ben.goto(link);
  await ben.getByRole("link", { name: "Make an account" }).click();
  const { email, password } = newPerson();
  await ben.getByLabel("Your name").fill("Ben Test");
  await ben.getByLabel("E-mail").fill(email);
  await ben.getByLabel("Password").fill(password);
  await ben.getByRole("button", { name: "Sign up" }).click();
  await ben.getByRole("button", { name: /^Join / }).click();
  await ben.waitForURL(new RegExp(`${base}$`));

  await test.step("on one model", async () => {
    await ada.goto(`${base}/models`);
    await ada.getByRole("table").getByRole("link").first().click();
    await ada.waitForURL(/\/models\/[^/]+$/);
    await ben.goto(ada.url());
    const here = (page: typeof ada) => page.getByRole("list", { name: "Here now" });
    await expect(here(ada).getByRole("img", { name: "Ben Test" })).toBeVisible();
    await expect(here(ben).getByRole("img", { name: "Ada Test" })).toBeVisible();
  });

  await test.step("both write notes", async () => {
    for (const page of [ada, ben]) await page.getByRole("button", { name: "Write notes" }).click();
    await ada.getByLabel("Text", { exact: true }).fill("Fitted to $\\eta = 0.1$.");
    await ben.getByLabel("Text", { exact: true }).fill("Fixed by hand.");
    await ada.getByRole("button", { name: "Save notes" }).click();
    await expect(ada.getByRole("button", { name: "Edit notes" })).toBeVisible();
    await ben.getByRole("button", { name: "Save notes" }).click();
    const choice = ben.getByRole("dialog", { name: "Ada Test saved other notes meanwhile" });
    await expect(choice.getByRole("region", { name: "Yours" })).toContainText("Fixed by hand.");
    await choice.getByRole("button", { name: "Save this text" }).click();
    for (const page of [ada, ben]) {
      const notes = page.getByRole("region", { name: "Notes" });
      await expect(notes).toContainText("Fixed by hand.");
      await expect(notes).toContainText("Fitted to");
    }
    await ben.getByRole("button", { name: "History", exact: true }).click();
    const history = ben.getByRole("dialog", { name: "Earlier notes" });
    await expect(history.getByRole("listitem")).toHaveCount(3);
    await expect(history.getByText("kept, not chosen")).toBeVisible();
    await ben.keyboard.press("Escape");
  });

  await test.step("one names the other, who hears of it", async () => {
    await ben.getByRole("button", { name: "Comment", exact: true }).click();
    const field = ben.getByRole("textbox", { name: "New comment" });
    await field.pressSequentially("Is this right, @Ada");
    await ben.getByRole("option", { name: /Ada Test/ }).click();
    await field.press("Control+Enter");
    await ada.getByRole("link", { name: "Inbox 1 unread" }).click();
    await ada.getByRole("link", { name: /Ben Test named you on the model/ }).click();
    await expect(ada.getByText("Is this right,").first()).toBeVisible();
    await expect(ada.getByRole("link", { name: "Inbox", exact: true })).toBeVisible();
    await expect(ada.getByRole("list", { name: "Here now" })).toBeVisible();
    await ben.getByRole("link", { name: "Home" }).click();
    await expect(ada.getByRole("list", { name: "Here now" })).toHaveCount(0);
    await ben.context().close();
  });
});
