import path from "node:path";
import { tryLock, unlock } from "./lock.mjs";
import { ownState, readPrivate, state, writePrivate } from "./paths.mjs";
import { endGroup, isAlive } from "./processes.mjs";
import { say, Trouble } from "./report.mjs";

const lock = path.join(state, "start.lock");
const list = path.join(state, "running.json");

const read = () => {
  try {
    return JSON.parse(readPrivate(list) ?? "{}");
  } catch {
    return {};
  }
};

/** One `npm start` or `npm run dev` per clone: takes the place, and ends what a killed one has left behind. */
export async function takePlace() {
  ownState();
  const holder = tryLock(lock);
  if (holder) {
    const { address } = read();
    throw new Trouble(
      `Phasic already runs from this folder${address ? ` at ${address}` : ""} (process ${holder.pid}).`,
      "Use that one, stop it first with Ctrl-C, or clone Phasic into another folder for a second one.",
    );
  }
  for (const service of read().services ?? []) {
    // a process id alone proves nothing: by now it may be somebody else's
    if (!isAlive(service)) continue;
    say(`Ending the ${service.name} that an earlier start left behind (process ${service.pid})`);
    await endGroup(service.pid, 3000);
  }
}

export const note = (address, services) =>
  writePrivate(list, JSON.stringify({ address, services: services.flatMap(({ card }) => card ?? []) }));

/** Where `npm start` of this clone answers; undefined while none runs. */
export const runningAddress = () => read().address;

export function leavePlace() {
  writePrivate(list, "{}");
  unlock(lock);
}
