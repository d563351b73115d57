/**
 * `npm run bench:publication -- http://localhost:3000/p/demonstrated`: how long a reader waits for a publication, from the
 * request to the first paint in a browser without cache, and how long the server takes of that. It prints and never fails.
 * `PHASIC_CHROMIUM` names the browser; without it, it is the one that Playwright installed.
 */
import { cpus, loadavg } from "node:os";
import { chromium } from "@playwright/test";

const address = process.argv[2] ?? "http://localhost:3000/p/demonstrated";
const rounds = 5;

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const line = (name: string, values: readonly number[]) =>
  console.log(
    `${name.padEnd(44)}${median(values).toFixed(0).padStart(6)} ms  (${values.map((value) => value.toFixed(0)).join(", ")})`,
  );

console.log(`${cpus().length} x ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}, ${address}`);

let bytes = 0;
async function answered(path: string): Promise<number> {
  const from = performance.now();
  const response = await fetch(new URL(path, address));
  const { length } = await response.text();
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  bytes = length;
  return performance.now() - from;
}

// settings that nobody asked for since the server started are made anew
const first = await (await fetch(address)).text();
const settings = [...first.matchAll(/href="(\/p\/[^"?]+\?[^"]+)"/g)].map(([, path]) =>
  path.replaceAll("&amp;", "&"),
);
const anew: number[] = [];
for (const path of settings) anew.push(await answered(path));
if (anew.length > 0) line("server, another setting", anew);
const kept: number[] = [];
for (let round = 0; round < rounds; round += 1) kept.push(await answered(address));
line("server, the same again", kept);
console.log(`${"page".padEnd(44)}${(bytes / 1e6).toFixed(2).padStart(6)} MB`);

const browser = await chromium.launch({ executablePath: process.env.PHASIC_CHROMIUM || undefined });
const paints: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  paints.push(
    await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN),
  );
  await context.close();
}
await browser.close();
line("request to first paint", paints);
