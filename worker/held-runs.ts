import { type Lease, renewLeases } from "../server/workers/service";
import type { Simulation } from "./simulation/pool";

/** The runs that this process simulates now: their leases are prolonged together. */
export interface HeldRuns {
  add(lease: Lease, simulation: Simulation): void;
  remove(lease: Lease): void;
  /** Prolongs all leases; stops what is lost or cancelled. */
  renew(): Promise<void>;
  /** Asks every simulation for a checkpoint and to stop, now and for those added later. */
  releaseAll(): void;
  readonly releasing: boolean;
}

export function createHeldRuns(workerId: string): HeldRuns {
  const held = new Map<string, Simulation>();
  let releasing = false;
  return {
    add({ token }, simulation) {
      held.set(token, simulation);
      if (releasing) simulation.release();
    },
    remove({ token }) {
      held.delete(token);
    },
    async renew() {
      const asked = [...held.keys()];
      if (asked.length === 0) return;
      const renewed = new Map(
        (await renewLeases(workerId, asked)).map(({ token, cancelRequested }) => [token, cancelRequested]),
      );
      for (const token of asked) if (renewed.get(token) !== false) held.get(token)?.abandon();
    },
    releaseAll() {
      releasing = true;
      for (const simulation of held.values()) simulation.release();
    },
    get releasing() {
      return releasing;
    },
  };
}
