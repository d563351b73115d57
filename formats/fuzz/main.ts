/** `npm run fuzz [count]`: reads so many mutations (5,000) of each bundled file. */
import path from "node:path";
import { fixtures, fuzz } from "./fuzz";

const count = Number(process.argv[2] ?? 5000);
let failures = 0;
for (const fixture of fixtures()) {
  const tally = await fuzz(fixture, count);
  failures += tally.failures.length;
  console.log(JSON.stringify({ file: path.basename(fixture), ...tally }));
}
process.exitCode = failures === 0 ? 0 : 1;
