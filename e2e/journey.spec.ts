import { fillSignUp } from "./pages/door";
import { expectAllDone } from "./pages/experiment";
import { fork, openModel } from "./pages/models";
import { expectPlan, planExperiment } from "./pages/new-experiment";
import { takeAway } from "./pages/figure";
import { expect, labBase, newPerson, test } from "./fixtures";

test("a newcomer forks a model, launches it, watches it finish and takes a figure away", async ({ page }) => {
  test.setTimeout(180_000);
  const person = newPerson();

  await test.step("sign up: what was typed is kept when something is wrong", async () => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in$/);
    await page.getByRole("link", { name: "Sign up" }).click();
    await fillSignUp(page, { ...person, password: "short" });
    await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
    await page.getByLabel("Password").fill(person.password);
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page.getByRole("heading", { level: 1, name: person.labName })).toBeVisible();
  });
  const base = labBase(page);

  await test.step("fork a model", async () => {
    await openModel(page, base, "ACTR as rate, lick-gated");
    await fork(page, "Mine");
    await expect(page.getByText("forked from ACTR as rate, lick-gated v1")).toBeVisible();
  });

  await test.step("fork the paradigm: 40 trials, and a reload on the way", async () => {
    await page.goto(`${base}/paradigms`);
    await page.getByRole("link", { name: "Trace conditioning", exact: true }).click();
    await page.getByRole("link", { name: "Fork" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Short");
    const trials = page.getByRole("textbox", { name: "Number of trials" });
    await trials.fill("4o");
    await page.getByRole("button", { name: "Save fork" }).click();
    await expect(trials).toHaveAttribute("aria-invalid", "true");
    await trials.fill("40");
    await expect(page.getByRole("figure")).toContainText("40 training trials");
    await page.reload();
    await expect(trials).toHaveValue("40");
    await page.getByRole("button", { name: "Save fork" }).click();
    await expect(page.getByText("forked from Trace conditioning v1")).toBeVisible();
  });

  await test.step("plan and launch a small experiment", async () => {
    await page.getByRole("link", { name: "New experiment" }).click();
    await planExperiment(page, {
      name: "First try",
      model: /^Mine v1/,
      arms: ["Control", "stimLick-"],
      subjects: "1, 201\n1, 130",
      repetitions: 1,
    });
    await expectPlan(page, 4);
    await page.getByRole("button", { name: "Launch" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "First try" })).toBeVisible();
  });

  await test.step("watch it finish without reloading", async () => {
    await expectAllDone(page, 4);
    await expect(page.getByRole("figure", { name: /Preparatory lick rate/ })).toBeVisible();
  });

  await test.step("open a run", async () => {
    await page
      .getByRole("link", { name: /p1 r201, repetition \d+: done/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1, name: /Mine v1, Control, p1 r201/ })).toBeVisible();
    await expect(page.getByRole("figure", { name: /Licks/ }).first()).toBeVisible();
    await expect(page.getByText(/phasic -- simulate/)).toBeVisible();
    await page.goBack();
  });

  await test.step("read the comparison and take a figure away", async () => {
    await page.getByRole("link", { name: "Compare", exact: true }).last().click();
    await expect(page).toHaveURL(/\/compare\?/);
    const figure = page.getByRole("figure", { name: /^Preparatory lick rate/ }).first();
    await expect(figure).toBeVisible();
    await expect(figure).toContainText("2 ");
    const svg = await takeAway(page, figure, "SVG, 183 mm");
    expect(svg).toMatch(/^<(\?xml|svg)/);
    expect(svg).toContain("Preparatory lick rate");
  });
});
