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
    await expect(page.getByRole("heading", { name: /580 rows, 120 columns/ })).toBeVisible();
    await expect(page.getByLabel("Subject", { exact: true })).toHaveValue("id");
    await expect(page.getByLabel("How many samples")).toHaveValue("112");
  });

  await test.step("nothing goes in without licence and citation", async () => {
    await expect(page.getByRole("heading", { name: /^Taken for granted/ })).toBeVisible();
    await page.getByRole("button", { name: "Import" }).click();
    await expect(page.getByText("Say whom to cite.")).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill("Random rewards");
    await page.getByLabel("Licence").fill("CC0-1.0");
    await page.getByLabel("Citation").fill("Jeong et al., Science 2022");
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

test("what a file does not say is asked, and must be confirmed one by one", async ({ page, fresh }) => {
  const samples = Array.from({ length: 12 }, (_, index) => `s.${index + 1}`);
  const rows = ["m1", "m1", "m2", "m2"].map((mouse, trial) => [
    mouse,
    trial,
    ...samples.map((_, at) => at + trial),
  ]);
  const table = [["mouse", "trial", ...samples], ...rows].map((row) => row.join(",")).join("\n");
  await page.goto(`${fresh.base}/datasets/new`);
  await page.locator("input[type=file]").setInputFiles({
    name: "own.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(table),
  });
  await expect(page.getByRole("heading", { name: /4 rows, 14 columns/ })).toBeVisible();
  await page.getByLabel("Licence").fill("CC-BY-4.0");
  await page.getByLabel("Citation").fill("Nobody yet");
  await page.getByLabel("Sampling rate (Hz)").fill("20");
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText(/4 to confirm/)).toBeVisible();
  for (const box of await page.getByRole("checkbox", { name: /I confirm/ }).all()) await box.check();
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText("2 subjects, 2 sessions, 4 trials")).toBeVisible({ timeout: 60_000 });
  await expect(
    page.getByText(/samples there are per second. Whoever uploaded it confirmed: 20./),
  ).toBeVisible();
});
