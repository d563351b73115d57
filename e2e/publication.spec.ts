import type { Page } from "@playwright/test";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "./fixtures";
import { ask, tell } from "./pages/api";
import { lookHere } from "./pages/look";

const title = "Error or rate, on the same trials";

/** A dashboard of four kinds of panels with two controls, and the runs behind it queued: dashboards.spec.ts does it by hand. */
async function arrange(page: Page, lab: string): Promise<string> {
  const first = async (noun: string, text: string) => {
    const { rows } = await ask<{ rows: { latest: { id: string } }[] }>(page, `${noun}.list`, { lab, text });
    return rows[0].latest.id;
  };
  const model = await first("models", "TD, acting");
  const { id: experiment } = await tell<{ id: string }>(page, "experiments.launch", {
    ...{ lab, name: "Two arms", modelVersionIds: [model], arms: ["control", "stimLick+"], trials: 40 },
    paradigmVersionId: await first("paradigms", "Trace conditioning"),
    subjects: [201, 130].map((rank) => ({ population: 1, rank, tauTrans: 1 })),
    repetitions: 1,
  });
  const groups = ["control", "stimLick+"].map((arm) => ({ kind: "simulation", experiment, model, arm }));
  const source = { from: "state", state: { groups, block: 20, trials: { from: 1, to: 40 } } };
  const place = { experiment, model, arm: "stimLick+", subject: "p1 r201", repetition: 0 };
  const panels = [
    { kind: "text", text: "Both readings of $\\delta_t$, and what tells them apart." },
    { kind: "chart", source, figure: "curve:prepLick" },
    { kind: "run", run: place, show: { as: "raster" } },
    { kind: "table", source, measures: null, trials: null },
  ].map((content, index) => ({
    ...{ id: `panel-${index}`, title: "", place: { x: 0, w: 12, h: 3 }, content },
    bind: content.kind === "chart" ? { measure: "measure", band: "band" } : {},
  }));
  const variables = [
    { kind: "measure", name: "measure", title: "Measure", value: "prepLick" },
    { kind: "band", name: "band", title: "Band", value: "sem" },
  ];
  const document = { panels, variables, references: [] };
  return (await tell<{ id: string }>(page, "dashboards.create", { lab, name: "Four kinds", document })).id;
}

/** Somebody with a phone and no account. */
async function reading<T>(page: Page, read: (reader: Page) => Promise<T>): Promise<T> {
  const phone = { viewport: { width: 390, height: 844 } };
  const context = await page.context().browser()!.newContext(phone);
  const result = await read(await context.newPage());
  expect(await context.cookies()).toEqual([]);
  await context.close();
  return result;
}

test("a dashboard becomes a publication that anybody reads, embeds, cites and takes away, until it is withdrawn", async ({
  page,
  fresh,
}) => {
  test.setTimeout(180_000);
  const dashboard = await arrange(page, fresh.base.split("/")[2]);

  await test.step("its author changes a control, and asks to publish what the runs gave", async () => {
    await page.goto(`${fresh.base}/dashboards/${dashboard}`);
    await page.getByLabel("Band", { exact: true }).selectOption("95 % CI");
    await expect(page).toHaveURL(/v\.band=ci/);
    await page.getByRole("link", { name: "Publish" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Publish" })).toBeVisible();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/^4 of 4 runs stand behind it/)).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 90_000 });
  });

  const address = await test.step("with a title, authors, a licence and a choice of bands", async () => {
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Abstract").fill("Both readings, and what tells them apart.");
    await page.getByLabel("ORCID").fill("0000-0002-1825-0098");
    await page.getByLabel("95 % CI").check();
    await page.getByLabel("Licence").selectOption("CC0-1.0");
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText("This is not an ORCID iD: check the digits.").first()).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await page.getByLabel("ORCID").fill("0000-0002-1825-0097");
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Publications" })).toBeVisible();
    return (await page.getByRole("link", { name: /^\/p\// }).getAttribute("href"))!;
  });

  await test.step("read on a phone without an account, switched, cited, taken away and embedded", () =>
    reading(page, async (reader) => {
      await reader.goto(address);
      await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(reader.getByRole("img", { name: /^Preparatory lick rate, Hz/ }).first()).toBeVisible();
      expect(await lookHere(reader, "publication")).toEqual([]);
      await reader.getByRole("link", { name: "95 % CI" }).click();
      await expect(reader.getByText(/band 95 % CI/).first()).toBeVisible();
      const file = async (name: RegExp) =>
        reader.request.get((await reader.getByRole("link", { name }).first().getAttribute("href"))!);
      const beginning = async (name: RegExp) => (await (await file(name)).body()).subarray(0, 4).toString();
      expect((await (await file(/^SVG/)).text()).slice(0, 200)).toContain("<svg");
      expect(await beginning(/^PDF/)).toBe("%PDF");
      expect(await (await file(/^CSV/)).text()).toContain("ci95_low");
      expect(await beginning(/^Parquet/)).toBe("PAR1");
      expect(await (await file(/^BibTeX/)).text()).toMatch(new RegExp(`^@\\w+\\{[^]*${title}`));
      expect(await beginning(/^Everything but/)).toMatch(/^PK/);
      const framed = (await reader
        .getByRole("link", { name: /^For embedding/ })
        .first()
        .getAttribute("href"))!;
      // another origin: a page of somebody's own server
      const body = `<iframe src="${framed}" width="380" height="600"></iframe>`;
      const somebody = createServer((_, response) =>
        response.setHeader("content-type", "text/html").end(body),
      );
      await new Promise<void>((ready) => somebody.listen(0, "127.0.0.1", ready));
      await reader.goto(`http://127.0.0.1:${(somebody.address() as AddressInfo).port}`);
      await expect(
        reader.frameLocator("iframe").getByRole("link", { name: new RegExp(title) }),
      ).toBeVisible();
      somebody.close();
    }));

  await test.step("a second version says what is new, and the first stays", async () => {
    await page.getByRole("link", { name: "New version" }).click();
    await page.getByLabel("As", { exact: true }).selectOption({ label: `Version 2 of “${title}”` });
    await expect(page.getByLabel("Abstract")).toHaveValue(/tells them apart/);
    await page.getByLabel("What is new").fill("A second look");
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Publications" })).toBeVisible();
    await expect(page.getByText("A second look")).toBeVisible();
    await reading(page, async (reader) => {
      await reader.goto(`${address}/v/1`);
      await reader.getByRole("link", { name: "Version 2 is the newest." }).click();
      await expect(reader.getByText(": A second look")).toBeVisible();
    });
  });

  await test.step("withdrawn, its address says why; undone, it is back", async () => {
    await page.getByRole("button", { name: "Withdraw", exact: true }).click();
    await page.getByLabel("Reason, for everybody to read").fill("An arm was wrong");
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByText("withdrawn", { exact: true })).toBeVisible();
    await reading(page, async (reader) => {
      expect((await reader.goto(address))?.status()).toBe(410);
      await expect(reader.getByText("An arm was wrong")).toBeVisible();
    });
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect(page.getByRole("button", { name: "Withdraw", exact: true })).toBeVisible();
    expect((await page.request.get(address)).status()).toBe(200);
  });
});
