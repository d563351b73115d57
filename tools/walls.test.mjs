import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import { expect, test } from "vitest";
import config from "../.dependency-cruiser.mjs";

/** importing file, imported file, the wall that must stand between them */
const forbidden = [
  ["engine/simulate.ts", "contracts/run.ts", "engine-alone"],
  ["engine/theories/td/td.ts", "engine/paradigms/trace.ts", "theories-without-paradigms"],
  ["engine/paradigms/delay.ts", "engine/theories/td/other.ts", "paradigms-without-theories"],
  ["contracts/model.ts", "server/models/service.ts", "contracts"],
  ["server/runs/service.ts", "server/models/store.ts", "one-noun-to-another"],
  ["server/runs/plan.ts", "engine/fit/fit.ts", "server-simulates-nothing"],
  ["server/labs/service.ts", "prisma/generated/client.ts", "database-client"],
  ["server/root.ts", "app/page.ts", "nobody-imports-app"],
  ["worker/main.ts", "components/chart.ts", "worker"],
  ["worker/run.ts", "server/runs/store.ts", "worker"],
  ["cli/simulate.ts", "server/runs/other.ts", "cli"],
  ["cli/list.ts", "server/runs/service.ts", "cli-without-server"],
  ["formats/read.ts", "engine/run-spec.ts", "formats"],
  ["formats/sniff.ts", "server/log.ts", "formats"],
  ["components/list.ts", "server/trpc.ts", "components-server-types"],
  ["app/route.ts", "worker/other.ts", "app"],
  ["app/models.ts", "prisma/generated/models.ts", "database-client"],
  ["e2e/journey.ts", "server/labs/other.ts", "e2e"],
  ["server/bench.ts", "bench/main.ts", "nobody-imports-bench"],
  ["engine/math/exp.ts", "engine/golden/files.ts", "helpers-of-tests"],
];

test("every wall of the house stands", async () => {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "phasic-walls-")));
  const write = (file, text) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
  for (const [, to] of forbidden) write(to, "export const thing = 1;\n");
  for (const [from, to] of forbidden)
    write(
      from,
      `import { thing } from "${path.relative(path.dirname(from), to).replace(/^(?!\.)/, "./")}";\nexport const mine = thing;\n`,
    );
  try {
    const rooms = [...new Set(forbidden.flat().map((name) => name.split("/")[0]))];
    const { output } = await cruise(
      rooms.filter((room) => fs.existsSync(path.join(folder, room))),
      {
        ruleSet: { forbidden: config.forbidden },
        validate: true,
        baseDir: folder,
        tsPreCompilationDeps: true,
      },
    );
    const found = output.summary.violations.map(({ from, to, rule }) => `${from} -> ${to}: ${rule.name}`);
    for (const [from, to, rule] of forbidden) expect(found).toContain(`${from} -> ${to}: ${rule}`);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
