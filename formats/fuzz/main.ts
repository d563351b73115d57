/** `npm run fuzz [count] [name …]`: reads so many mutations (5,000) of each bundled file, or of those of these names. */
import path from "node:path";
import { fixtures, fuzz } from "./fuzz";

const [count = "5000", ...names] = process.argv.slice(2);
const chosen = fixtures().filter((file) => names.length === 0 || names.includes(path.basename(file)));
const unknown = names.filter((name) => !chosen.some((file) => path.basename(file) === name));
if (unknown.length > 0) throw new Error(`There is no fixture ${unknown.join(", ")} in formats/fixtures.`);

let failures = 0;
for (const fixture of chosen) {
  const tally = await fuzz(fixture, Number(count));
  failures += tally.failures.length;
  console.log(JSON.stringify({ file: path.basename(fixture), ...tally }));
}
process.exitCode = failures === 0 ? 0 : 1;
