import type { Browser, Locator, Page } from "@playwright/test";
import { expect, labBase, newPerson, test } from "./fixtures";
import { signUp } from "./pages/door";
import { lookHere } from "./pages/look";
import { comment, reply } from "./pages/comments";

/** Another person at another machine. */
const another = async (browser: Browser) => (await browser.newContext()).newPage();
const dialog = (page: Page) => page.getByRole("dialog");
const named = (scope: Page | Locator, name: string) => scope.getByRole("button", { name, exact: true });

test("three people in two labs: each sees exactly what they should, until they should not", async ({
  page: ada,
  browser,
}) => {
  test.setTimeout(240_000);
  const [adas, bens, cyds] = [newPerson(), newPerson(), newPerson()].map((person, index) => ({
    ...person,
    name: ["Ada", "Ben", "Cyd"][index],
  }));
  const [ben, cyd] = [await another(browser), await another(browser)];
  for (const page of [ada, ben, cyd]) page.setDefaultTimeout(15_000);
  await signUp(ada, adas);
  await signUp(cyd, cyds);
  const [base, elsewhere] = [labBase(ada), labBase(cyd)];

  await test.step("Ada invites Ben by a link", async () => {
    await ada.goto(`${base}/members`);
    await named(ada, "Invite").click();
    await dialog(ada).getByLabel("Role").selectOption("commenter");
    await named(dialog(ada), "Make the link").click();
    await ben.goto(await dialog(ada).locator("code").innerText());
    await ben.getByRole("link", { name: "Make an account" }).click();
    await ben.getByLabel("Your name").fill(bens.name);
    await ben.getByLabel("E-mail").fill(bens.email);
    await ben.getByLabel("Password").fill(bens.password);
    await named(ben, "Sign up").click();
    await named(ben, `Join ${adas.labName}`).click();
    await expect(ben.getByRole("heading", { level: 1, name: adas.labName })).toBeVisible();
    await expect(ben.getByRole("region", { name: "Activity" })).toContainText("Ben became a member");
  });

  await test.step("Ada comments on a point of a chart, and names Ben", async () => {
    await ada.goto(`${base}/datasets`);
    await ada.getByRole("link", { name: /^Jeong 2022/ }).click();
    await ada.waitForURL(/\/datasets\/[^/]+$/);
    const reader = ada.getByRole("slider", { name: /^Read / }).first();
    // a worker reads the recording into the new lab meanwhile
    await expect(reader).toBeVisible({ timeout: 90_000 });
    await reader.focus();
    await reader.press("End");
    await reader.press("c");
    await comment(ada, "What is this, @Ben", { choose: true });
  });
  const dataset = new URL(ada.url()).pathname;

  await test.step("Ben answers, and it arrives at Ada's without reloading", async () => {
    await ben.goto(dataset);
    await ben.getByRole("button", { name: /^Comment by Ada on/ }).click();
    await expect(ben.getByRole("article", { name: "Comment by Ada" })).toContainText("@Ben");
    await reply(ben, "The reward.");
    await expect(ada.getByRole("article", { name: "Comment by Ben" })).toContainText("The reward.");
    await named(ada, "Resolve").click();
    await expect(ben.getByText(/^Resolved by Ada/).first()).toBeVisible();
  });

  await test.step("Ada shares it with Cyd's lab, for comments; Cyd saw nothing before", async () => {
    expect((await cyd.goto(dataset))?.status()).toBe(404);
    await named(ada, "Close comments").click();
    await named(ada, "Share").click();
    await dialog(ada).getByLabel("Address of the lab").fill(elsewhere);
    await dialog(ada).getByLabel("They may").selectOption("comment");
    await named(dialog(ada), "Offer it").click();
    await expect(dialog(ada).getByRole("list", { name: "Shared with" })).toContainText("not taken up yet");
    await cyd.goto(`${elsewhere}/shared`);
    await cyd.getByRole("button", { name: /^Accept/ }).click();
    await cyd
      .getByRole("table")
      .getByRole("link", { name: /^Jeong 2022/ })
      .click();
    await expect(cyd.getByRole("note")).toContainText(`${adas.labName} shares this with your lab`);
    await expect(cyd.getByRole("figure").first()).toBeVisible();
    for (const deed of ["Share", "Export", "Archive"]) await expect(named(cyd, deed)).toHaveCount(0);
    await expect(dialog(ada).getByRole("list", { name: "Shared with" })).toContainText(cyds.labName);
    await named(dialog(ada), "Close").click();
  });

  await test.step("they talk across labs, live, by name and lab; what was said within a lab stays there", async () => {
    await named(ada, "Comment").click();
    await named(cyd, "Comment").click();
    await expect(cyd.getByText("Nobody has said anything yet.")).toBeVisible();
    await comment(cyd, "Which animals?");
    const outside = ada.getByRole("article", { name: `Comment by Cyd, ${cyds.labName}` });
    await expect(outside).toContainText("Which animals?");
    await reply(ada, "All eight.");
    const answer = cyd.getByRole("article", { name: `Comment by Ada, ${adas.labName}` });
    await expect(answer).toContainText("All eight.");
    await expect(cyd.getByText("The reward.")).toHaveCount(0);
  });

  await test.step("Ben is removed: what he watches ends, and his next click finds nothing", async () => {
    await ada.goto(`${base}/members`);
    await named(ada, "More about Ben").click();
    await ada.getByRole("menuitem", { name: "Remove from the lab" }).click();
    await named(dialog(ada), "Remove").click();
    const ended = ben.getByText(/no longer a member|There is nothing at this address/);
    await expect(ended.first()).toBeVisible();
    expect((await ben.goto(dataset))?.status()).toBe(404);
  });

  await test.step("Ada stops sharing: Cyd's open page says so, and its address leads nowhere", async () => {
    await ada.goto(`${base}/sharing`);
    await ada.getByRole("button", { name: /^Stop sharing/ }).click();
    await named(dialog(ada), "Stop sharing").click();
    await expect(cyd.getByText(/is not shared with .* any more$/)).toBeVisible();
    await expect(cyd.getByRole("figure")).toHaveCount(0);
    await cyd.reload();
    await expect(cyd.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  });

  await test.step("the audit log has all of it, for owners", async () => {
    await ada.goto(`${base}/audit?person=nobody&action=comment.begin`);
    await expect(ada.getByRole("table")).toContainText(`Somebody of ${cyds.labName} began a conversation`);
    await ada.getByRole("button", { name: "Show everything" }).click();
    for (const said of ["removed from the lab Ben", "stopped sharing", "resolved a conversation"])
      await expect(ada.getByRole("table")).toContainText(said);
    expect(await lookHere(ada, "audit log")).toEqual([]);
  });
});
