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
    await expect(page.getByLabel("Licence")).toBeVisible();
  });

  await test.step("nothing goes in without licence and citation", async () => {
    await page.getByRole("button", { name: "Import" }).click();
    await expect(page.getByText("Say whom to cite.")).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill("Random rewards");
    await page.getByLabel("Licence").fill("CC0-1.0");
    await page.getByLabel("Task").fill("Random rewards");
    await page.getByLabel("What N counts").fill("mice");
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

test("a file that cannot be read is refused in words, and kept", async ({ page, fresh }) => {
  await page.goto(`${fresh.base}/datasets/new`);
  await page.locator("input[type=file]").setInputFiles({
    name: "notes.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("just some notes\nabout mice\n"),
  });
  await page.getByLabel("Name", { exact: true }).fill("Notes");
  await page.getByLabel("Task").fill("None");
  await page.getByLabel("Licence").fill("CC-BY-4.0");
  await page.getByLabel("Citation").fill("Nobody yet");
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText(/no table of a recording/)).toBeVisible({ timeout: 60_000 });
});
