import net from "node:net";
import { Trouble } from "./report.mjs";

export function isFree(port, host = "127.0.0.1") {
  return new Promise((done, fail) => {
    const server = net.createServer();
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") done(false);
      else if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
        fail(
          new Trouble(
            `PHASIC_HOST is ${host}, which is not an address of this machine.`,
            "Use 127.0.0.1, or 0.0.0.0 to be reachable from other machines.",
          ),
        );
      else fail(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(true)));
  });
}

/** The first free port from `from` upwards. */
export async function freePort(from, host) {
  for (let port = from; port < Math.min(from + 500, 65_536); port++)
    if (await isFree(port, host)) return port;
  throw new Trouble(`No free port from ${from} upwards.`, "Set PHASIC_PORT to a port that is free.");
}
