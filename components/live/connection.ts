import { liveEvent, type LiveEvent } from "@/contracts/live";

/** "out": the session or the membership has ended. */
export type LiveState = "connecting" | "open" | "polling" | "out";

const pollEvery = 4000;
const longestWait = 30_000;

/**
 * One event stream for the tab. The browser reconnects by itself after a dropped line; after a refusal it gives up, so we
 * try again, ever more slowly, and poll meanwhile. What happened while nobody listened is asked for on the way back.
 *
 * @returns what ends it.
 */
export function openLive(
  lab: string,
  on: { event: (event: LiveEvent) => void; state: (state: LiveState) => void; catchUp: () => void },
): () => void {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;
  let wait = 1000;
  let missed = false;

  const startPolling = () => {
    missed = true;
    on.state("polling");
    poll ??= setInterval(on.catchUp, pollEvery);
  };
  const connect = () => {
    source = new EventSource(`/api/live?lab=${encodeURIComponent(lab)}`);
    source.onopen = () => {
      clearInterval(poll);
      poll = undefined;
      wait = 1000;
      on.state("open");
      if (missed) on.catchUp();
      missed = false;
    };
    source.onmessage = (message: MessageEvent<string>) => {
      const parsed = liveEvent.safeParse(parse(message.data));
      if (parsed.success) on.event(parsed.data);
    };
    source.onerror = () => {
      startPolling();
      if (source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(retry);
      retry = setTimeout(connect, wait);
      wait = Math.min(2 * wait, longestWait);
    };
  };
  connect();
  return () => {
    source?.close();
    clearTimeout(retry);
    clearInterval(poll);
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
