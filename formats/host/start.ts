import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Starts a module that exports `start` in a process of its own; typed arrays may be sent to it and back. */
export const startProcess = (module: URL): ChildProcess =>
  fork(here("./child-start.mjs"), [module.href], {
    cwd: here("../../"),
    // a parser of foreign bytes has no business with settings and secrets
    env: { NODE_ENV: "production" },
    execArgv: ["--max-old-space-size=768"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
