import { expect, test } from "./fixtures";
import { addPanel, panelNames, pick, saveVersion } from "./pages/dashboard";

const bibtex = `@article{coddington2023, title={Mesolimbic dopamine adapts the rate of learning from action},
  author={Coddington, Luke T. and Lindo, Sarah E. and Dudman, Joshua T.}, journal={Nature}, year={2023},
  doi={10.1038/s41586-022-05614-z}}`;
const fair = "The fair comparison: lick-gated, no 0.75, equal probability";

test("a dashboard is built from four kinds of panels, arranged by keys, driven by a variable, saved and restored", async ({
  page,
  fresh,
}) => {
  test.setTimeout(180_000);

  await test.step("a new one teaches what can stand on it", async () => {
    await page.goto(`${fresh.base}/dashboards`);
    await page.getByRole("link", { name: "New dashboard" }).first().click();
    await page.getByLabel("Name").fill("Four kinds");
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Four kinds" })).toBeVisible();
    await expect(page.getByText("Nothing stands here yet.")).toBeVisible();
  });

  await test.step("chart, table, dataset and text with a formula and a citation", async () => {
    await addPanel(page, "Chart", () => pick(page, "Numbers from", fair));
    await addPanel(page, "Table of numbers", () => pick(page, "Numbers from", fair));
    await addPanel(page, "Dataset", () => pick(page, "Dataset", "Jeong 2022, random rewards"));
    await addPanel(page, "Text", () =>
      page
        .getByRole("textbox", { name: "Text", exact: true })
        .fill("The error is $\\delta_t$ [@coddington2023]."),
    );
    await page.getByRole("button", { name: "References" }).click();
    await page.getByLabel("Or paste BibTeX").fill(bibtex);
    await page.getByRole("button", { name: "Take 1 entry" }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: "References" })).toBeVisible();
    await expect(page.locator(".katex").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "1", exact: true })).toHaveAttribute("href", "#ref-1");
    await expect(page.getByText("8 subjects, 19 sessions, 580 trials")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("a variable for the measure", async () => {
    await page.getByRole("button", { name: "Variables" }).click();
    await page.getByRole("button", { name: "Add a variable" }).click();
    await page.getByRole("menuitem", { name: /^Measure/ }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("group", { name: "What the panels show" })).toBeVisible();
  });

  await test.step("by keys alone the text goes to the top, and it is said where it stands", async () => {
    const before = await panelNames(page);
    const text = before.at(-1)!;
    expect(text).toMatch(/^Text: The error is/);
    await page.getByRole("button", { name: `Move ${text}` }).focus();
    await page.keyboard.press("Enter");
    for (const _ of before) await page.keyboard.press("ArrowUp");
    await expect(page.getByText("Columns 1 to 12, 1 row high, place 1 of 4.").first()).toBeAttached();
    await page.keyboard.press("Enter");
    await expect.poll(() => panelNames(page)).toEqual([text, ...before.slice(0, -1)]);
    await expect(page.getByRole("button", { name: `Move ${text}` })).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect.poll(() => panelNames(page)).toEqual(before);
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(() => panelNames(page)).toEqual([text, ...before.slice(0, -1)]);
  });

  await test.step("saved as a version, which readers find, also after a reload", async () => {
    await expect(page.getByText("draft saved")).toBeVisible();
    await saveVersion(page, "Four panels", 2);
    await page.getByRole("link", { name: "Done" }).click();
    await expect(page.getByText("v2", { exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { name: /^Preparatory lick rate/ }).first()).toBeVisible();
    await page.getByLabel("Measure", { exact: true }).selectOption("Collection latency");
    await expect(page).toHaveURL(/v\.measure=latency/);
    await expect(page.getByRole("heading", { name: /^Collection latency/ }).first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: /^Collection latency/ }).first()).toBeVisible();
    await page.goBack();
    await expect(page.getByLabel("Measure", { exact: true })).toHaveValue("prepLick");
  });

  await test.step("the history says what changed, and brings a version back", async () => {
    await page.getByRole("link", { name: "History" }).click();
    await expect(page.getByRole("heading", { name: "From v1 to v2" })).toBeVisible();
    await expect(page.getByText("added", { exact: false }).first()).toBeVisible();
    await page.getByRole("button", { name: "Restore version 1" }).click();
    await expect(page.getByText("Version 3 is the newest now.").first()).toBeVisible();
    await page.getByRole("link", { name: "Four kinds" }).first().click();
    await expect(page.getByText("This dashboard has no panel yet.")).toBeVisible();
  });
});

test("the demonstration's dashboard shows both comparisons, and one control drives both", async ({
  page,
  demo,
}) => {
  await page.goto(`${demo.base}/dashboards`);
  await page.getByRole("link", { name: /^Error or learning rate/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Error or learning rate/ })).toBeVisible();
  const licking = page.getByRole("figure", { name: /^Preparatory lick rate \(Hz\)/ });
  await expect(licking).toHaveCount(1);
  // what is far below is read when somebody comes near
  await page.locator("#panel-published").scrollIntoViewIfNeeded();
  await expect(licking).toHaveCount(2);
  await expect(page.getByRole("heading", { name: "References" })).toBeVisible();
  await page.getByLabel("Band", { exact: true }).selectOption("95 % CI");
  await expect(page).toHaveURL(/v\.band=ci/);
});
