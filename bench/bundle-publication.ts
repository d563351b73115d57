/**
 * `npm run bundle`: makes publications/demonstration.zip anew, the publication that comes with Phasic and that `npm test`
 * reproduces. Needed whenever the engine's version changes; takes about 70 s on two cores.
 *
 * It is the demonstration's dashboard with its two comparisons, 6 models x 3 arms, of three networks in place of six and one
 * repetition in place of two, so that every one of its 54 runs, not a sample, can be run again in each test. Results of runs are named by
 * their SHA-256 only: whole they are 1.4 MB a run, and a rerun has to give exactly those bytes anyway.
 */
import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as after } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { publicationManifest } from "../contracts/publication";
import { panelData } from "../contracts/dashboard-panel";
import { startTemporaryDatabase } from "../tools/lib/temporary-database.mjs";
import { archiveEntries } from "../server/publications/archive/archive";
import { methodsOf } from "../server/publications/methods/methods";
import { zipOf } from "../server/archive/service";

const file = "publications/demonstration.zip";
const front = {
  title: "Dopamine as an error or as a learning rate: two comparisons",
  abstract:
    "Two readings of phasic dopamine on the same simulated task. The fair comparison changes only what dopamine means; the other takes the published decrement of 0.75 apart. Three networks with one repetition of each, where the demonstration has six with two.",
  authors: [{ name: "Phasic", orcid: null, affiliation: "" }],
  ...{ licence: "CC-BY-4.0", notes: "" },
};

const database = await startTemporaryDatabase();
Object.assign(process.env, {
  ...{ DATABASE_URL: database.template, NEXTAUTH_URL: "http://127.0.0.1", PHASIC_LOG_LEVEL: "error" },
  NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
});
// they read the settings above
const { closeDb, db } = await import("../server/db");
const { systemGrant, systemGrantIn } = await import("../server/access/grant");
const { dashboardName } = await import("../server/demonstration/dashboard");
const scenario = await import("../server/demonstration/scenario");
const { fillWithDemonstration } = await import("../server/demonstration/service");
const { installQueue } = await import("../server/jobs/install");
const { ensureLab } = await import("../server/labs/service");
const { publish } = await import("../server/publications/service");

const worker = () =>
  spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], { stdio: ["ignore", "ignore", "inherit"] });
try {
  await installQueue();
  const lab = await ensureLab(systemGrant("bundle"), { slug: "demonstration", name: "Demonstration" });
  const grant = systemGrantIn(lab, "bundle");
  await fillWithDemonstration(grant, true, { subjects: 3, repetitions: 1 });
  const names = scenario.experiments.slice(0, 2).map(({ name }) => name);
  const where = { experiments: { some: { experiment: { name: { in: names } } } } };
  const of = await db().run.count({ where });
  const own = worker();
  for (;;) {
    const done = await db().run.count({ where: { ...where, status: "done" } });
    const waiting = await db().datasetVersion.count({ where: { status: { not: "imported" } } });
    console.log(`${done} of ${of} runs`);
    if (done === of && waiting === 0) break;
    await after(3000);
  }
  own.kill();
  await once(own, "exit");

  const { id: dashboard } = await db().dashboard.findFirstOrThrow({ where: { name: dashboardName } });
  await publish(grant, { ...front, publication: null, dashboard, version: 1, options: {} });
  const { manifest: manifestText, hash } = await db().publicationVersion.findFirstOrThrow();
  const manifest = publicationManifest.parse(JSON.parse(manifestText));
  const part = async (name: string) => {
    const { bytes } = await db().publicationPart.findFirstOrThrow({
      where: { hash: name, bytes: { not: null } },
    });
    return gunzipSync(bytes!);
  };
  const panels = await Promise.all(
    Object.values(manifest.settings[0].panels).map(async (name) =>
      panelData.parse(JSON.parse((await part(name)).toString("utf8"))),
    ),
  );
  const entries = archiveEntries({
    ...{ citable: { ...manifest, url: null, hash }, manifest, manifestText, withResults: false, part },
    derived: [
      { path: "methods.md", name: "Methods", mediaType: "text/markdown", bytes: methodsOf(manifest, panels) },
    ],
  });
  await pipeline(Readable.fromWeb(zipOf(entries, null) as never), createWriteStream(file));
  console.log(`${file}: ${manifest.runs.length} runs, missing: ${JSON.stringify(manifest.missing)}`);
} finally {
  await closeDb();
  await database.stop();
}
