import { randomBytes } from "node:crypto";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";

// Route handlers see headers, never the socket, and next.js keeps an X-Forwarded-For that a client made up. So each
// request gets a header with the socket's address under a name that is new with each process: nobody can send it.
const kept = globalThis as typeof globalThis & { phasicPeerHeader?: string; phasicMarksPeers?: boolean };

export const peerHeader = (): string =>
  (kept.phasicPeerHeader ??= `x-peer-${randomBytes(12).toString("hex")}`);

/** Called once, when the web server begins (instrumentation.ts). */
export function markPeers(): void {
  if (kept.phasicMarksPeers) return;
  kept.phasicMarksPeers = true;
  const name = peerHeader();
  const emit = Server.prototype.emit as (this: Server, ...event: unknown[]) => boolean;
  Server.prototype.emit = function (this: Server, ...event: unknown[]): boolean {
    if (event[0] === "request") {
      const { headers, socket, url = "" } = event[1] as IncomingMessage;
      headers[name] = socket.remoteAddress ?? "";
      if (!isReadable(url)) return refuse(event[2] as ServerResponse);
    }
    return emit.apply(this, event);
  };
}

/** An address in which a percent sign begins no letter: next.js would call it an error of its own. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0]);
    return true;
  } catch {
    return false;
  }
}

function refuse(response: ServerResponse): boolean {
  response.writeHead(400, {
    ...{ "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
    ...{ "x-content-type-options": "nosniff", "x-frame-options": "DENY" },
  });
  response.end("This address cannot be read. Check it, or begin at the first page.\n");
  return true;
}
