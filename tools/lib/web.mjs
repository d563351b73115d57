import { chooseAddress } from "./environment.mjs";
import { wait } from "./processes.mjs";
import { say, Trouble } from "./report.mjs";
import { bin } from "./run.mjs";
import { Service } from "./service.mjs";

async function answers(url) {
  try {
    await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(60_000) });
    return true;
  } catch {
    return false;
  }
}

/** Whether the server came to listen and answer; `false` when it ended instead. */
async function comesUp(web, url, stop, patience) {
  const deadline = performance.now() + 120_000;
  let answered = 0;
  while (web.isRunning && !stop?.aborted) {
    if (await answers(`${url}api/health`)) {
      if (web.listens) return true;
      // without word from the server itself, that it lives on for a while must do
      answered ||= performance.now();
      if (performance.now() - answered > patience) return true;
    }
    if (performance.now() > deadline) break;
    await wait(50);
  }
  return false;
}

/**
 * Starts the pages on a free port and returns when they answer. Between finding a port free and listening on it another
 * program may have taken it: then on the next one.
 */
export async function startWeb({ env: wanted, dev = false, stop, ...options }) {
  for (let attempt = 0; ; attempt++) {
    const { local, env } = await chooseAddress(wanted);
    const listen = ["-H", env.PHASIC_HOST, "-p", env.PHASIC_PORT];
    const web = new Service("web server", [bin.next, dev ? "dev" : "start", ...listen], {
      ...{ ...options, env, inherit: dev, grace: 4000 },
    });
    web.recovers = false;
    options.onService?.(web);
    web.start();
    if (await comesUp(web, local, stop, dev ? 0 : 4000)) {
      web.recovers = true;
      return { web, env };
    }
    await web.stop(0);
    stop?.throwIfAborted();
    const taken = web.tail().includes("EADDRINUSE");
    if (!taken || attempt === 5)
      throw new Trouble("The web server did not start.", `Its log is ${web.log}.`, web.tail());
    say(`Port ${env.PHASIC_PORT} was taken meanwhile`);
  }
}
