import { subscribe } from "node:diagnostics_channel";
import { isMainThread } from "node:worker_threads";

/**
 * Loaded into every service that `npm start` runs: when the starting process is killed, even with -9, the channel
 * between the two closes, and the service ends rather than living on without anybody who could stop it.
 */
// What the service itself starts inherits this file; only the service is on the leash.
if (isMainThread && process.channel && process.env.PHASIC_LEASH === String(process.ppid)) {
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 8000).unref();
  });
  // An answer on a port may be another program's: say that it is really this process that listens.
  subscribe(
    "tracing:net.server.listen:asyncEnd",
    () => process.connected && process.send({ phasicListens: true }),
  );
  process.channel.unref();
}
