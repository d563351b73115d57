import { createHash } from "node:crypto";
import path from "node:path";
import { expect, test } from "./fixtures";

const file = "jeong2022_random_rewards_lick_aligned.csv";

test("a recording is uploaded, confirmed, imported, and stands in a comparison", async ({ page, fresh }) => {
  test.setTimeout(120_000);

  await test.step("a file that is no table is refused in words, and nothing is lost", async () => {
    await page.goto(`${fresh.base}/datasets/new`);
    await page.locator("input[type=file]").setInputFiles({
      name: "empty.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(""),
    });
    await expect(page.getByRole("alert").first()).toBeVisible();
  });

  await test.step("upload: the address names the file, so a reload goes on", async () => {
    await page.goto(`${fresh.base}/datasets/new`);
    await page.locator("input[type=file]").setInputFiles(path.join("prisma/seed/data", file));
    await expect(page).toHaveURL(/\?upload=/);
    await page.reload();
    await expect(page.getByRole("heading", { name: "What it would become" })).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step("a published file brings its licence and citation; a name of one's own is kept over a reload", async () => {
    await expect(page.getByLabel("Licence")).toHaveValue("CC0-1.0");
    await expect(page.getByRole("figure").first()).toContainText("mice");
    await page.getByLabel("Name", { exact: true }).fill("Random rewards");
    await page.reload();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Random rewards");
    await page.getByRole("button", { name: "Import" }).click();
  });

  await test.step("the dataset says who, how many, and under which licence", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "Random rewards" })).toBeVisible();
    await expect(page.getByText("imported", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("8 subjects, 19 sessions, 580 trials")).toBeVisible();
    await expect(page.getByText("CC0-1.0").first()).toBeVisible();
    await expect(page.getByRole("figure").first()).toContainText("over 8 mice");
  });

  await test.step("it appears in a comparison with its own alignment", async () => {
    await page.getByRole("link", { name: "Compare", exact: true }).last().click();
    await expect(page).toHaveURL(/\/compare\?/);
    await expect(page.getByText(/Random rewards/).first()).toBeVisible();
    await expect(page.getByRole("figure").first()).toBeVisible();
  });
});

test("what a file cannot say is confirmed one by one beside its picture, and a session is seen trial by trial", async ({
  page,
  fresh,
}) => {
  test.setTimeout(120_000);
  await page.goto(`${fresh.base}/datasets/new`);
  await page.locator("input[type=file]").setInputFiles("formats/fixtures/seshMerge_small_v7.mat");
  await expect(page.getByRole("heading", { name: "What it would become" })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText(/to confirm/)).toBeVisible();
  await page.getByLabel("Licence").fill("CC0-1.0");
  await page.getByLabel("Citation").fill("Made for tests");
  const open = page.getByRole("checkbox", { name: /^I confirm this/ });
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click();
    await expect(open).toHaveCount(left - 1);
  }
  // the last answer may still be on its way
  const imported = /\/datasets\/[^/?]+$/;
  await expect(async () => {
    if (!imported.test(page.url()))
      await page.getByRole("button", { name: "Import" }).click({ timeout: 2000 });
    await expect(page).toHaveURL(imported, { timeout: 5000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText("imported", { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "record 1", exact: true }).click();
  await expect(page.getByRole("figure", { name: /Preparatory lick rate/ })).toContainText("have a value");
  await page.getByRole("region", { name: "Sessions" }).getByRole("link").first().click();
  await expect(page.getByRole("figure", { name: /Licks/ })).toBeVisible({ timeout: 30_000 });
  await page.getByLabel("Type of trial").selectOption("uncued");
  await expect(page).toHaveURL(/type=uncued/);
  await expect(page.getByRole("status").filter({ hasText: /of \d+ trials/ })).toBeVisible();
});

test("many signals are answered in a table by keys, filled down, undone, and kept over a reload", async ({
  page,
  fresh,
}) => {
  const signals = Array.from({ length: 24 }, (_, index) => `gcamp_${index + 1}`);
  const row = (at: number) => [at / 20, ...signals.map((_, signal) => Math.sin(at / 10 + signal).toFixed(3))];
  const lines = [["time_s", ...signals], ...Array.from({ length: 400 }, (_, at) => row(at))];
  await page.goto(`${fresh.base}/datasets/new`);
  await page.locator("input[type=file]").setInputFiles({
    name: "wide.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(lines.map((cells) => cells.join(",")).join("\n")),
  });
  const table = page.getByRole("region", { name: "Signals" });
  await expect(table).toBeVisible({ timeout: 60_000 });
  const unit = (signal: number) =>
    table
      .getByRole("row")
      .nth(signal)
      .getByRole("combobox", { name: /^Unit: / });
  await unit(1).fill("z-score");
  await page.keyboard.press("Enter");
  await expect(unit(2)).toBeFocused();
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Control+d");
  await expect(page.getByText("Filled in for 23 signals.")).toBeVisible();
  await expect(unit(24)).toHaveValue("z-score");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(unit(24)).not.toHaveValue("z-score");
  await page.getByRole("button", { name: /^Fill down Unit/ }).click();
  await page.reload();
  await expect(unit(24)).toHaveValue("z-score");
  await unit(3).fill("");
  await expect(table.getByRole("row").nth(3)).toContainText("This is no answer");
  await page.setViewportSize({ width: 390, height: 844 });
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await expect.poll(over).toBeLessThanOrEqual(0);
});

test("a file of several chunks goes on after a reload where it was; one that cannot be read is refused in words, and kept", async ({
  page,
  fresh,
}) => {
  const buffer = Buffer.from("just some notes\nabout mice\n".repeat(340_000));
  const sha256 = createHash("sha256").update(buffer).digest("hex");
  const sent: string[] = [];
  page.on("request", (request) => {
    const chunk = /\/uploads\/[^/]+\/(\d)$/.exec(request.url());
    if (chunk) sent.push(chunk[1]);
  });
  const second = /\/uploads\/[^/]+\/1$/;
  await page.route(second, () => undefined);
  await page.goto(`${fresh.base}/datasets/new`);
  const held = page.waitForRequest(second);
  await page.locator("input[type=file]").setInputFiles({ name: "notes.csv", mimeType: "text/csv", buffer });
  await held;
  await page.unroute(second);
  const whole = page.waitForResponse(/uploads\.finish/);
  await page.reload();
  expect(await (await whole).text()).toContain(sha256);
  expect(sent.filter((chunk) => chunk === "0")).toHaveLength(1);
  await expect(page.getByText(/no table of a recording/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Import" })).toBeDisabled();
});

test("data stands beside models: points and lines, and what it lacks is said", async ({ page, demo }) => {
  await page.goto(demo.base);
  await page
    .getByRole("link", { name: /^A recording beside the models/ })
    .first()
    .click();
  const recorded = page.getByRole("figure").filter({ has: page.locator("[data-points]") });
  await expect(recorded.first()).toContainText("over 8 mice", { timeout: 60_000 });
  await expect(recorded.first().locator(".recharts-line")).toHaveCount(0);
  const licking = page.getByRole("figure", { name: /^Preparatory lick rate/ }).first();
  await expect(licking).toContainText(/Not shown: .*None of its trials is known/);
});
