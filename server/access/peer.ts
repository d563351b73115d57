import { randomBytes } from "node:crypto";
import { type IncomingMessage, Server } from "node:http";

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
      const { headers, socket } = event[1] as IncomingMessage;
      headers[name] = socket.remoteAddress ?? "";
    }
    return emit.apply(this, event);
  };
}
