import { expect, newPerson, test } from "./fixtures";
import { tell } from "./pages/api";
import { fillSignIn, signIn } from "./pages/door";

test("what is typed while a slow page is on its way is there when it answers", async ({ page, fresh }) => {
  const { email, password } = newPerson();
  const invitation = { lab: fresh.base.split("/")[2], role: "viewer" };
  const { url } = await tell<{ url: string }>(page, "invitations.create", invitation);
  const guest = await (await page.context().browser()!.newContext()).newPage();
  await guest.goto(url);
  let arrive = () => {};
  const arrived = new Promise<void>((done) => (arrive = done));
  await guest.route("**/_next/static/**/*.js*", async (route) => {
    await arrived;
    await route.continue();
  });
  await guest.goto("/sign-up", { waitUntil: "commit" });
  await guest.getByLabel("Your name").fill("Eve Early");
  await guest.getByLabel("E-mail").fill(email);
  await guest.getByLabel("Password").fill(password);
  const button = guest.getByRole("button", { name: "Sign up" });
  await expect(button).toBeDisabled();
  await guest.getByLabel("Password").press("Enter");
  arrive();
  await guest.unrouteAll({ behavior: "wait" });
  await button.click();
  await guest.getByRole("button", { name: /^Join / }).click();
  await guest.waitForURL(new RegExp(`${fresh.base}$`));
  await guest.context().close();
});

test("an account is changed, watched over, taken along and deleted by its person alone", async ({
  page: owner,
  fresh,
  browser,
}) => {
  const invitation = { lab: fresh.base.split("/")[2], role: "editor" };
  const { url } = await tell<{ url: string }>(owner, "invitations.create", invitation);
  const { email, password } = newPerson();
  const [moved, better] = [`moved-${email}`, "a better horse battery"];
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.getByRole("link", { name: "Make an account" }).click();
  await page.getByLabel("Your name").fill("Ben Leaver");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByRole("button", { name: /^Join / }).click();
  await page.waitForURL(new RegExp(`${fresh.base}$`));
  await page.goto("/account");

  const dialog = page.getByRole("dialog");
  const prove = async (deed: string, known: string) => {
    await dialog.getByLabel("Your password").fill(known);
    await dialog.getByRole("button", { name: deed }).click();
  };
  const open = (deed: string) => page.getByRole("button", { name: deed, exact: true }).click();

  await test.step("another password, after a mistake that loses nothing typed", async () => {
    await open("Change password");
    await dialog.getByLabel("New password").fill(better);
    await prove("Change password", "not my password");
    await expect(dialog.getByLabel("Your password")).toHaveAttribute("aria-invalid", "true");
    await expect(dialog.getByLabel("New password")).toHaveValue(better);
    await prove("Change password", password);
    await expect(page.getByText("The password is changed.").first()).toBeVisible();
  });

  await test.step("another address", async () => {
    await open("Change e-mail");
    await dialog.getByLabel("New e-mail").fill(moved);
    await prove("Change e-mail", better);
    await expect(page.getByRole("region", { name: "Signing in" })).toContainText(moved);
  });

  await test.step("a browser elsewhere is seen and signed out", async () => {
    const elsewhere = await (await browser.newContext()).newPage();
    await signIn(elsewhere, { email: moved, password: better });
    await page.reload();
    const sessions = page.getByRole("region", { name: "Sessions" }).getByRole("table");
    await sessions.getByRole("button", { name: /^End the session of / }).click();
    await expect(sessions.getByRole("row")).toHaveCount(2);
    await expect(sessions).toContainText("this one");
    // the row is gone before the server has answered
    await expect(async () => {
      await elsewhere.goto(`${fresh.base}/models`);
      expect(elsewhere.url()).toMatch(/\/sign-in/);
    }).toPass();
    await elsewhere.context().close();
  });

  await test.step("all that is known of them comes as a file", async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export my data" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.zip$/);
  });

  await test.step("deleted, it opens no door any more, and the lab knows nobody of that name", async () => {
    await open("Delete my account");
    await prove("Delete my account", better);
    await expect(page.getByText("Your account is deleted.")).toBeVisible();
    await fillSignIn(page, { email: moved, password: better });
    await expect(page.getByText("You are not signed in.")).toBeVisible();
    await owner.goto(`${fresh.base}/members`);
    await expect(owner.getByRole("main")).toContainText("Ada Test");
    await expect(owner.getByRole("main")).not.toContainText("Ben Leaver");
  });
});
