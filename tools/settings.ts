import * as fs from "node:fs";
import path from "node:path";
import { readSettings, settings, SettingsError } from "../server/env";

const page = path.resolve(import.meta.dirname, "../docs/settings.md");

/** docs/settings.md, from the declaration in server/env.ts. */
export function settingsPage(): string {
  const rows = Object.entries(settings).map(
    ([name, { meaning, unset }]) => `| \`${name}\` | ${meaning} | ${unset} |`,
  );
  return `# Settings

Phasic runs without any. Each setting is one environment variable, declared in \`server/env.ts\`; this page is written
from there by \`npm run settings\`. \`npm start\` checks all of them before it does anything else, and an empty value counts
as unset.

| variable | meaning | when unset |
| --- | --- | --- |
${rows.join("\n")}
`;
}

const command = process.argv[2];
if (command === "write") fs.writeFileSync(page, settingsPage());
if (command === "check") {
  try {
    readSettings(process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
