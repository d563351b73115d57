import { randomBytes } from "node:crypto";
import { build } from "../lib/build.mjs";
import { run } from "../lib/run.mjs";
import { Service } from "../lib/service.mjs";
import { startWeb } from "../lib/web.mjs";
import { startTemporaryDatabase } from "../lib/temporary-database.mjs";
import { temporaryFolder } from "./temporary-folder.mjs";

/**
 * The production build with a worker, the demonstration and a database of its own, as a person would have it after
 * `npm start`, for as long as `work` takes.
 */
export async function withPhasic(work) {
  const folder = await build();
  const logs = temporaryFolder("logs");
  const database = await startTemporaryDatabase();
  const services = [];
  try {
    const { env } = await startWeb({
      logs,
      onService: (service) => (services[0] = service),
      env: {
        NODE_ENV: "production",
        PHASIC_BUILD: folder,
        DATABASE_URL: database.template,
        NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
        PHASIC_HOST: "127.0.0.1",
        PHASIC_PORT: String(32_000 + (process.pid % 500)),
        PHASIC_DEMO: "1",
        PHASIC_DEMO_PASSWORD: randomBytes(12).toString("hex"),
        PHASIC_SIGNUP: "open",
      },
    });
    const worker = new Service("worker", ["--import", "tsx", "worker/main.ts"], { env, logs, grace: 5000 });
    services.push(worker);
    worker.start();
    await run(["--import", "tsx", "prisma/seed/main.ts", "--small"], {
      env,
      what: "Preparing the demonstration",
    });
    const shared = { ...env, NODE_ENV: undefined };
    const counts = await work({ ...shared, PHASIC_E2E_URL: env.NEXTAUTH_URL });
    if (counts.failed > 0)
      for (const service of services)
        console.log(`\nThe end of the ${service.name}'s log:\n${service.tail(40)}`);
    return counts;
  } finally {
    await Promise.all(services.map((service) => service.stop()));
    await database.stop();
  }
}
