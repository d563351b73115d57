import { expect, type Page } from "@playwright/test";

export interface SmallExperiment {
  name: string;
  model: RegExp;
  arms: readonly string[];
  /** Lines of population, rank. */
  subjects: string;
  repetitions: number;
  /** The paradigm's own unless said. */
  trials?: number;
}

/** Fills the form as a person would; launching is left to the spec. */
export async function planExperiment(page: Page, wanted: SmallExperiment) {
  await page.getByLabel("Name", { exact: true }).fill(wanted.name);
  const model = page.getByRole("checkbox", { name: wanted.model });
  await model.check();
  for (const box of await page.getByRole("group", { name: "Arms" }).getByRole("checkbox").all())
    await box.uncheck();
  for (const arm of wanted.arms)
    await page.getByRole("group", { name: "Arms" }).getByRole("checkbox", { name: arm, exact: true }).check();
  await page.getByRole("button", { name: "Remove all" }).click();
  await page.getByRole("button", { name: "Paste a list" }).click();
  await page.getByLabel("Lines of population, rank, tau_trans").fill(wanted.subjects);
  await page.getByRole("button", { name: /^Add \d+ subjects$/ }).click();
  await page.getByRole("textbox", { name: "Repetitions" }).fill(String(wanted.repetitions));
  if (wanted.trials !== undefined)
    await page.getByRole("textbox", { name: "Trials" }).fill(String(wanted.trials));
}

export async function expectPlan(page: Page, runs: number) {
  const plan = page.getByRole("complementary", { name: "Plan" });
  await expect(plan.getByText("Runs", { exact: true }).locator("xpath=following-sibling::dd[1]")).toHaveText(
    String(runs),
  );
}
