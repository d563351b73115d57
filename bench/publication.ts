/**
 * `npm run bench:publication -- http://localhost:3000/p/demonstrated`: how long a reader waits for a publication, from the
 * request to the first paint in a browser without cache, and how long the server takes of that. It prints and never fails.
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

/** What the server answers; another query is a page that it has not kept. */
async function answered(fresh: boolean): Promise<number> {
  const from = performance.now();
  const response = await fetch(fresh ? `${address}?fresh=${Math.random()}` : address);
  const { length } = await response.text();
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  bytes = length;
  return performance.now() - from;
}
let bytes = 0;
const measured = async (fresh: boolean) => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await answered(fresh));
  return times;
};
line("server, made anew", await measured(true));
line("server, kept", await measured(false));
console.log(`${"page".padEnd(44)}${(bytes / 1e6).toFixed(2).padStart(6)} MB`);

const browser = await chromium.launch({ executablePath: process.env.PHASIC_CHROMIUM || undefined });
const paints: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}?fresh=${Math.random()}`);
  paints.push(
    await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN),
  );
  await context.close();
}
await browser.close();
line("request to first paint, made anew", paints);
