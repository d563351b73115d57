// A thread that watches the process it is in: the reader's own thread may be busy with a hostile file for ever.
import process from "node:process";
import { workerData } from "node:worker_threads";

const { residentBytes, seconds } = workerData;
const parent = process.ppid;
const before = process.cpuUsage();

setInterval(() => {
  const { user, system } = process.cpuUsage(before);
  if (process.memoryUsage.rss() > residentBytes || process.ppid !== parent)
    process.kill(process.pid, "SIGKILL");
  // processor time: a busy machine is no fault of the file
  if (user + system > 1e6 * seconds) process.kill(process.pid, "SIGTERM");
}, 10);
