import type { Browser } from "@playwright/test";
import { confirmed, exportData, resetLinkFromTheCommandLine } from "./pages/account";
import { expect, labBase, newPerson, test } from "./fixtures";
import { signIn, signUp } from "./pages/door";
import { fork, openModel } from "./pages/models";

const elsewhere = async (browser: Browser) => (await browser.newContext()).newPage();

test("a person keeps their account: name, time zone, sessions, password, a way back in", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const person = newPerson();
  await signUp(page, person);
  const base = labBase(page);

  await page.goto("/account");
  await page.getByLabel("Name", { exact: true }).fill("Éva 多巴胺");
  await page.getByLabel("Time zone").selectOption("Asia/Kathmandu");
  await page.getByLabel("ORCID iD").fill("0000-0002-1825-0098");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("This is not an ORCID iD: check the digits.")).toBeVisible();
  await page.getByLabel("ORCID iD").fill("https://orcid.org/0000-0002-1825-0097");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByLabel("ORCID iD")).toHaveValue("0000-0002-1825-0097");
  await page.goto(base);
  await expect(page.getByRole("button", { name: "Account of Éva 多巴胺" })).toBeVisible();

  // a session that is ended is out at once, without a click of its own
  const phone = await elsewhere(browser);
  await signIn(phone, person);
  await phone.goto(`${base}/models`);
  await page.goto("/account");
  await page.getByRole("button", { name: /^End the session of / }).click();
  await expect(phone.getByText("You are signed out, or no longer a member of this lab.")).toBeVisible();
  await phone.goto(`${base}/models`);
  await expect(phone).toHaveURL(/\/sign-in/);

  // a changed password signs every other browser out
  await signIn(phone, person);
  const password = "a better horse battery";
  await confirmed(page, "Change password", person.password, async () => {
    await page.getByRole("dialog").getByLabel("New password").fill(password);
  });
  await expect(page.getByText("The password is changed.")).toBeVisible();
  await phone.goto(base);
  await expect(phone).toHaveURL(/\/sign-in/);

  // forgotten: a link, which leaves the address at once and works once
  const link = await resetLinkFromTheCommandLine(person.email);
  await phone.goto(link);
  await expect(phone).toHaveURL(/\/reset-password$/);
  await expect(phone.getByText(person.email)).toBeVisible();
  const forgotten = "the last horse battery";
  await phone.getByLabel("New password").fill(forgotten);
  await phone.getByRole("button", { name: "Set the password" }).click();
  await phone.waitForURL(/\/lab\//);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "This link works no more" })).toBeVisible();

  await phone.goto("/account");
  const files = await exportData(phone);
  expect(JSON.parse(files["account.json"])).toMatchObject([{ email: person.email, name: "Éva 多巴胺" }]);
  expect(files["README.md"]).toContain("**model-versions.json**");

  // the only owner of a lab cannot just vanish
  await confirmed(phone, "Delete my account", forgotten);
  await expect(phone.getByText(`You are the only owner of "${person.labName}".`)).toBeVisible();
});

test("whoever deletes their account leaves what they made, and nobody's name on it", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await signUp(page, newPerson());
  const base = labBase(page);
  await page.goto(`${base}/members`);
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("dialog").getByLabel("Role").selectOption("editor");
  await page.getByRole("dialog").getByRole("button", { name: "Make the link" }).click();
  const link = (
    await page
      .getByRole("dialog")
      .getByText(/\/link\/invitation\//)
      .innerText()
  ).trim();

  // invited, they need no lab of their own
  const guest = await elsewhere(browser);
  const { email, password } = newPerson();
  await guest.goto(link);
  await guest.getByRole("link", { name: "Make an account" }).click();
  await guest.getByLabel("Your name").fill("Zsófia Quellenfeld");
  await guest.getByLabel("E-mail").fill(email);
  await guest.getByLabel("Password").fill(password);
  await expect(guest.getByLabel("Name of your lab")).toHaveCount(0);
  await guest.getByRole("button", { name: "Sign up" }).click();
  await guest.getByRole("button", { name: /^Join / }).click();
  await guest.waitForURL(new RegExp(base));
  await openModel(guest, base, "TD, acting");
  await fork(guest, "A fork of theirs");

  await guest.goto("/account");
  await confirmed(guest, "Delete my account", password);
  await expect(guest.getByText("Your account is deleted.")).toBeVisible();
  await guest.goto(base);
  await expect(guest).toHaveURL(/\/sign-in/);

  await openModel(page, base, "A fork of theirs");
  await expect(page.getByText(/Former member [0-9a-f]{4}/).first()).toBeVisible();
  await expect(page.getByText("Quellenfeld")).toHaveCount(0);
});
