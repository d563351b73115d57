import { z } from "zod";
import { liveEvent, type LiveEvent } from "../../contracts/live";
import { systemGrant } from "../access/grant";
import { log } from "../log";
import { listen, type Listening } from "./store";

/** To everybody in a lab, to one person wherever they are, or a call to ask whether a person, or all of a lab, may stay. */
const message = z.union([
  z.object({ labId: z.string(), event: liveEvent }),
  z.object({ userId: z.string(), event: liveEvent }),
  z.object({ recheck: z.string() }),
  z.object({ recheckLab: z.string() }),
]);

export interface Subscriber {
  /** Whose events: of the lab itself, or of one that shares with it. */
  readonly labId: string;
  /** The lab that the person is a member of. */
  readonly viaLabId: string;
  readonly userId: string;
  event(event: LiveEvent): void;
  /** Something that let the person in may have ended. */
  recheck(): void;
  /** The line to the database broke: what happens now may be missed. */
  lost(): void;
}

interface Hub {
  readonly subscribers: Set<Subscriber>;
  line: Promise<Listening> | null;
}
// `next dev` loads modules anew on every change; one line to the database must remain one
const kept = globalThis as typeof globalThis & { phasicLive?: Hub };
const hub = (): Hub => (kept.phasicLive ??= { subscribers: new Set(), line: null });

/**
 * Hears what happens in one lab. All streams of this process share one line to the database, opened with the first and
 * closed after the last. Rejects when the database cannot be reached.
 *
 * @returns what ends it.
 */
export async function subscribe(subscriber: Subscriber): Promise<() => void> {
  const { subscribers } = hub();
  subscribers.add(subscriber);
  try {
    await (hub().line ??= open());
  } catch (error) {
    leave(subscriber);
    throw error;
  }
  return () => leave(subscriber);
}

export const streamsOf = (person: string): number =>
  [...hub().subscribers].filter(({ userId }) => userId === person).length;

function leave(subscriber: Subscriber): void {
  const { subscribers, line } = hub();
  subscribers.delete(subscriber);
  if (subscribers.size > 0 || !line) return;
  hub().line = null;
  line.then(({ stop }) => stop()).catch(() => {});
}

function open(): Promise<Listening> {
  const line = listen(systemGrant("live events"), {
    message: deliver,
    end: () => {
      if (hub().line === line) hub().line = null;
      log().warn("the line for live events broke");
      // browsers reconnect, each after a while of its own, and ask for what they missed
      for (const { lost } of [...hub().subscribers]) lost();
    },
  });
  line.catch(() => {
    if (hub().line === line) hub().line = null;
  });
  return line;
}

function deliver(payload: string): void {
  const parsed = message.safeParse(parse(payload));
  if (!parsed.success) {
    log().warn({ payload: payload.slice(0, 200) }, "a live event that nobody understands");
    return;
  }
  const told = parsed.data;
  for (const subscriber of [...hub().subscribers])
    if ("recheck" in told) {
      if (subscriber.userId === told.recheck) subscriber.recheck();
    } else if ("recheckLab" in told) {
      if (subscriber.viaLabId === told.recheckLab) subscriber.recheck();
    } else if ("labId" in told ? subscriber.labId === told.labId : subscriber.userId === told.userId)
      subscriber.event(told.event);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
