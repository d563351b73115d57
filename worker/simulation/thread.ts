import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import type { Memo } from "../../engine/theories/theory";
import type { Assignment, Message } from "./protocol";
import { simulateRun } from "./simulate-run";

/** Entry of a simulating thread: one assignment after the other, with the populations of networks kept between them. */
const keep = 4;
const memo: Memo = new Map();
const send = (message: Message) => parentPort!.postMessage(message);

// On Linux this is the thread's own priority: pages and heartbeats come before simulations, which take what is left.
setPriority(10);

parentPort!.on("message", (assignment: Assignment) => {
  // Oldest first: a long-lived thread must not gather every population it ever met.
  for (const key of [...memo.keys()].slice(0, Math.max(0, memo.size - keep))) memo.delete(key);
  send(simulateRun(assignment, memo, send));
});
