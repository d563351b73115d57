import os from "node:os";
import path from "node:path";
import { ownState, secret, state } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { say } from "./report.mjs";

const given = (name) => process.env[name] || undefined;
const isLoopback = (host) => /^(127\.|localhost$|::1$)/.test(host);

/** Fills in what nobody has set; what is wrong is left to `server/env.ts` to name. */
export async function completeEnvironment() {
  ownState();
  const host = given("PHASIC_HOST") ?? "127.0.0.1";
  const embedded = !given("DATABASE_URL");
  const demo = given("PHASIC_DEMO") ?? (isLoopback(host) && embedded ? "1" : "0");
  return {
    embedded,
    demo: demo === "1",
    loopback: isLoopback(host),
    env: {
      PHASIC_HOST: host,
      PHASIC_PORT: given("PHASIC_PORT") ?? "3000",
      PHASIC_DEMO: demo,
      PHASIC_DEMO_PASSWORD: given("PHASIC_DEMO_PASSWORD") ?? secret(path.join(state, "demo-password"), 12),
      NEXTAUTH_SECRET: given("NEXTAUTH_SECRET") ?? secret(path.join(state, "nextauth-secret"), 32),
      ...(given("DATABASE_URL") ? { DATABASE_URL: given("DATABASE_URL") } : {}),
    },
  };
}

const inUrl = (host) => (host.includes(":") ? `[${host}]` : host);

/** The port to listen on, the address that follows from it, and how to reach it from this machine. */
export async function chooseAddress(env) {
  const host = env.PHASIC_HOST;
  const wanted = Number(env.PHASIC_PORT);
  const port = await freePort(wanted, host);
  if (port !== wanted) say(`Port ${wanted} is taken by another program: using ${port}`);
  const everywhere = host === "0.0.0.0" || host === "::";
  const own = `http://${inUrl(everywhere ? os.hostname() : host)}:${port}`;
  return {
    local: `http://${inUrl(everywhere ? "127.0.0.1" : host)}:${port}/`,
    env: {
      ...env,
      PHASIC_PORT: String(port),
      NEXTAUTH_URL: env.NEXTAUTH_URL ?? given("NEXTAUTH_URL") ?? own,
    },
  };
}
