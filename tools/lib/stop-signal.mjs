import { birthOf, commandOf, parentOf } from "./processes.mjs";

/** npm stands above us directly, or with a shell in between. */
function npmAbove() {
  if (!process.env.npm_lifecycle_event) return undefined;
  return [process.ppid, parentOf(process.ppid)].find((pid) => pid > 1 && /\bnpm\b/.test(commandOf(pid)));
}

/**
 * Aborts at Ctrl-C, SIGTERM and a closed terminal, and when the npm that started us is gone (npm dies of a SIGTERM
 * or a kill without always passing it on). A second Ctrl-C aborts `hurry` too.
 */
export function stopSignal() {
  const stop = new AbortController();
  const hurry = new AbortController();
  const onSignal = () => (stop.signal.aborted ? hurry : stop).abort();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, onSignal);
  process.stdout.on("error", () => {}); // the terminal may be gone
  process.stderr.on("error", () => {});
  const npm = npmAbove();
  const birth = npm && birthOf(npm);
  if (npm) setInterval(() => birthOf(npm) !== birth && stop.abort(), 1000).unref();
  return {
    stop: stop.signal,
    hurry: hurry.signal,
    stopped: new Promise((done) => stop.signal.addEventListener("abort", () => done(), { once: true })),
  };
}
