import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";

const run = promisify(execFile);

/** What whoever runs the server does for somebody who forgot their password. Gives the link. */
export async function resetLinkFromTheCommandLine(email: string): Promise<string> {
  const { stdout } = await run(process.execPath, [
    "--import",
    "tsx",
    "cli/main.ts",
    "account",
    "reset",
    email,
  ]);
  return /https?:\S+\/link\/reset\/\S+/.exec(stdout)![0];
}

/** From the page of the account: the files of the export, as text. */
export async function exportData(page: Page): Promise<Record<string, string>> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export my data" }).click();
  const archive = await readFile(await (await download).path());
  return Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

/** Through a dialog that asks for the person's password. */
export async function confirmed(page: Page, deed: string, password: string, more?: () => Promise<void>) {
  await page.getByRole("button", { name: deed, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill(password);
  await more?.();
  await dialog.getByRole("button", { name: deed, exact: true }).click();
}
