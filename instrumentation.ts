/** Runs once when the web server begins. */
export async function register() {
  // next.js replaces this name when it builds: the other runtime has no sockets
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { markPeers } = await import("./server/access/peer");
  markPeers();
}
