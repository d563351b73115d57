import * as fs from "node:fs";
import path from "node:path";
import { build } from "../lib/build.mjs";
import { root } from "../lib/paths.mjs";
import { bin } from "../lib/run.mjs";
import { withPhasic } from "./browser.mjs";
import { findChromium } from "./chromium.mjs";
import { command } from "./command.mjs";
import { countPlaywright, countVitest } from "./count.mjs";
import { beginReproduction, reproduction } from "./reproduction.mjs";
import { temporaryFolder } from "./temporary-folder.mjs";

const installed = (name) => path.join(root, "node_modules", name);
const once = { passed: 1, failed: 0 };

/** A check that passes or fails as a whole, and speaks only when it fails. */
const check = (title, ...commands) => ({
  group: "lint",
  title,
  async run() {
    for (const args of commands) {
      const { code, output } = await command(args, { hold: true });
      if (code !== 0) {
        console.log(output.trimEnd());
        return { passed: 0, failed: 1 };
      }
    }
    return once;
  },
});

async function counted(count, name, args, env) {
  const file = path.join(temporaryFolder("report"), `${name}.json`);
  const { code } = await command(args(file), { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
  return count(file, code);
}

const vitest = (project, title) => ({
  group: project,
  title,
  run: (more) =>
    counted(countVitest, project, (file) => [
      ...[
        installed("vitest/vitest.mjs"),
        "run",
        "--project",
        project,
        "--reporter=default",
        "--reporter=json",
      ],
      ...[`--outputFile.json=${file}`, ...more],
    ]),
});

const rooms =
  "app components contracts engine formats server worker cli prisma e2e bench proxy.ts instrumentation.ts".split(
    " ",
  );

export const stages = [
  check("Format (prettier)", [installed("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]),
  check("Lint (eslint)", [installed("eslint/bin/eslint.js"), ".", "--max-warnings", "0"]),
  check("Walls of the house (dependency-cruiser)", [
    ...[installed("dependency-cruiser/bin/dependency-cruise.mjs"), "--config", ".dependency-cruiser.mjs"],
    ...rooms.filter((room) => fs.existsSync(path.join(root, room))),
  ]),
  check("Types (tsc)", [bin.next, "typegen"], [installed("typescript/bin/tsc"), "--noEmit"]),
  check("Dead code (knip)", [installed("knip/bin/knip.js"), "--no-progress"]),
  check("Kernel equals its source", ["tools/kernel.mjs", "--check"]),
  vitest("unit", "Unit tests (vitest)"),
  vitest("integration", "Integration tests (vitest, PostgreSQL)"),
  { group: "e2e", title: "Production build (next build)", run: () => build().then(() => once) },
  {
    group: "e2e",
    title: "Browser tests (playwright)",
    run: (more) => {
      const PHASIC_CHROMIUM = findChromium();
      return withPhasic((env) =>
        counted(
          countPlaywright,
          "e2e",
          () => [installed("@playwright/test/cli.js"), "test", "--reporter=list,json", ...more],
          { ...env, PHASIC_CHROMIUM },
        ),
      );
    },
  },
  {
    group: "reproduce",
    title: "Bundled publications run again",
    begin: beginReproduction,
    run: reproduction,
  },
];

export const groups = [...new Set(stages.map(({ group }) => group))];
