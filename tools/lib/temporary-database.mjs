import { spawn } from "node:child_process";
import path from "node:path";
import { Trouble } from "./report.mjs";

/** Starts a PostgreSQL that ends with this process, with a migrated template; gives its addresses and `stop`. */
export async function startTemporaryDatabase() {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "../postgres/temporary.mjs")], {
    // a group of its own, so that Ctrl-C reaches it only through us
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise((done) => child.once("exit", done));
  let output = "";
  const line = await Promise.race([
    new Promise((done) => {
      child.stdout.on("data", (chunk) => {
        output += chunk;
        const found = output.split("\n").find((text) => text.startsWith("{") && text.endsWith("}"));
        if (found) done(found);
      });
    }),
    ended,
  ]);
  if (typeof line !== "string")
    throw new Trouble("The PostgreSQL for tests did not start.", "See the lines above.");
  return {
    ...JSON.parse(line),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
