import { expect, labBase, newPerson, test } from "./fixtures";
import { fillSignIn, signUp } from "./pages/door";

test("pages come alive under their content security policy, and smuggled scripts do not", async ({
  page,
}) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  const nonces = new Set<string>();
  for (const path of ["/sign-in", "/sign-up", "/sign-in"]) {
    const policy = (await page.goto(path))!.headers()["content-security-policy"];
    expect(policy).toContain("'strict-dynamic'");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).toContain("frame-ancestors 'none'");
    nonces.add(/'nonce-([^']+)'/.exec(policy)![1]);
  }
  expect(nonces.size).toBe(3);

  // an answer without leaving the page: the form is alive
  await fillSignIn(page, { email: "nobody@example.org", password: "not a password" });
  await expect(page.getByText("You are not signed in.")).toBeVisible();
  expect(violations).toEqual([]);

  // what somebody could smuggle into a page as markup
  const ran = await page.evaluate(async () => {
    const box = document.createElement("div");
    box.innerHTML = `<img src="/nothing.png" onerror="document.documentElement.dataset.foreign = 'ran'">`;
    const failed = new Promise((done) => box.firstElementChild!.addEventListener("error", done));
    document.body.append(box);
    await failed;
    return document.documentElement.dataset.foreign;
  });
  expect(ran).toBeUndefined();
});

test("a lab's pages obey the policy too, and signing out ends every tab", async ({ page, context }) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  await signUp(page, newPerson());
  const base = labBase(page);
  for (const path of ["", "/models", "/experiments", "/paradigms", "/members"]) {
    await page.goto(base + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect(violations).toEqual([]);

  const other = await context.newPage();
  await other.goto("/sign-out");
  await other.getByRole("button", { name: "Sign out" }).click();
  await other.waitForURL(/\/sign-in/);
  await page.goto(`${base}/models`);
  await page.waitForURL(/\/sign-in/);
});

test("another lab's address reads like one that never was", async ({ browser, page }) => {
  await signUp(page, newPerson());
  const theirs = labBase(page);
  const elsewhere = await browser.newContext();
  const visitor = await elsewhere.newPage();
  await signUp(visitor, newPerson());
  const there = await visitor.goto(theirs);
  const text = await visitor.getByRole("main").innerText();
  const nowhere = await visitor.goto("/lab/never-was");
  expect(there!.status()).toBe(404);
  expect(nowhere!.status()).toBe(404);
  expect(await visitor.getByRole("main").innerText()).toBe(text);
  await elsewhere.close();
});
