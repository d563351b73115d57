import { enterPlace } from "../access/enter-place";
import type { CurrentUser } from "../access/session";
import { userOfSession } from "../access/session";
import { Problem } from "../errors";
import { streamsOf, subscribe } from "./hub";
import { visible } from "./visible";

export const beatMs = 10_000;
/** That one person may have open at one web server: each asks the database anew with every beat. */
export const mostStreams = 60;

/**
 * The events of a place as text/event-stream: all of a lab, or of another lab what it shares. Throws signed-out, not-found, forbidden or too-many when it may not begin; ends by itself
 * as soon as somebody says that the session or the membership has ended (jobs/live.ts: recheck), at the latest within one
 * beat, when the database line breaks, and when `signal` aborts.
 */
export async function openStream(
  user: CurrentUser | null,
  place: string,
  signal: AbortSignal,
  everyMs = beatMs,
): Promise<ReadableStream<Uint8Array>> {
  if (!user) throw new Problem("signed-out", "You are not signed in.");
  let grant = await enterPlace(user.id, place, "run:read");
  if (streamsOf(user.id) >= mostStreams)
    throw new Problem("too-many", `You have ${mostStreams} pages of Phasic open.`, {
      next: "Close some of them: this one hears of nothing new until then.",
    });
  const { labId } = grant;
  const viaLabId = grant.kind === "share" ? grant.viaLabId : labId;
  const mayStay = async () => {
    if ((await userOfSession(user.sessionId)) === null) return false;
    grant = await enterPlace(user.id, place, "run:read");
    return grant.labId === labId;
  };

  const encoder = new TextEncoder();
  let finish = () => {};
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        let beat: ReturnType<typeof setTimeout> | undefined;
        let unsubscribe = () => {};
        let open = true;
        const send = (text: string) => {
          if (!open) return;
          // a reader who takes nothing while this much waits is gone
          if ((controller.desiredSize ?? 0) < -backlog) finish();
          else controller.enqueue(encoder.encode(text));
        };
        finish = () => {
          if (!open) return;
          open = false;
          clearTimeout(beat);
          signal.removeEventListener("abort", finish);
          unsubscribe();
          try {
            controller.close();
          } catch {
            // the reader has cancelled it already
          }
        };
        let turn = 0;
        /** Whoever may have lost the right hears nothing until that is known; also at the beginning. */
        let begin = () => {};
        let settled = new Promise<void>((resolve) => (begin = resolve));
        const pulse = async () => {
          clearTimeout(beat);
          const mine = (turn += 1);
          // whether the right cannot be asked or is gone: the stream ends, and opening it again will tell
          if (!(await mayStay().catch(() => false))) return finish();
          if (!open || mine !== turn) return;
          send(": beat\n\n");
          beat = setTimeout(pulse, everyMs);
        };
        signal.addEventListener("abort", finish);
        if (signal.aborted) return finish();
        try {
          const leave = await subscribe({
            ...{ labId, viaLabId, userId: user.id },
            recheck: () => void (settled = pulse()),
            event: (event) =>
              // what cannot be decided now is asked for by the page when the stream begins anew
              void settled
                .then(() => (open ? visible(grant, event) : null))
                .then((told) => told && send(`data: ${JSON.stringify(told)}\n\n`), finish),
            lost: () => finish(),
          });
          if (!open) return leave();
          unsubscribe = leave;
        } catch (error) {
          finish();
          throw error;
        }
        send("retry: 2000\n\n: open\n\n");
        // what ended while the line was being opened was told to nobody
        await pulse();
        begin();
      },
      cancel: () => finish(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 65_536 }),
  );
}

/** Bytes that may wait for a slow reader. */
const backlog = 1_000_000;
