import { readFileSync } from "node:fs";

const ticksPerSecond = 100;

/**
 * Processor time of the calling thread in ms (10 ms steps on Linux). Elsewhere the time since the thread started, which is
 * never less: a limit then acts early rather than late.
 */
export function threadCpuMs(): number {
  try {
    const stat = readFileSync("/proc/thread-self/stat", "latin1");
    // The second field is the thread's name and may hold spaces; utime and stime are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    return performance.now();
  }
}
