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

  await test.step("what cannot be known is asked, and must be confirmed", async () => {
    await page.getByRole("button", { name: "Import" }).click();
    await expect(page.getByText(/to confirm/).first()).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill("Random rewards");
    await page.getByLabel("Licence").fill("CC0-1.0");
    await page.getByLabel("Citation").fill("Jeong et al., Science 2022");
    for (const box of await page.getByRole("checkbox", { name: /I confirm/ }).all()) await box.check();
    for (const [label, value] of [
      ["Task", "random rewards"],
      ["Signal", "dopamine"],
      ["Unit", "dF/F"],
      ["Sampling rate (Hz)", "25"],
      ["First sample at (s)", "-2"],
      ["Event at time 0", "lick"],
    ]) {
      const field = page.getByLabel(label, { exact: true });
      if ((await field.inputValue()) === "") await field.fill(value);
    }
    await page.getByRole("button", { name: "Import" }).click();
  });

  await test.step("the dataset says who, how many, and under which licence", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "Random rewards" })).toBeVisible();
    await expect(page.getByText("imported", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("8 subjects, 24 sessions, 580 trials")).toBeVisible();
    await expect(page.getByText("CC0-1.0").first()).toBeVisible();
    await expect(page.getByRole("figure").first()).toContainText("8 ");
  });

  await test.step("it appears in a comparison with its own alignment", async () => {
    await page.getByRole("link", { name: "Compare", exact: true }).last().click();
    await expect(page).toHaveURL(/\/compare\?/);
    await expect(page.getByText(/Random rewards/).first()).toBeVisible();
    await expect(page.getByRole("figure").first()).toBeVisible();
  });
});
