import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { markPeers, peerHeader } from "./peer";

test("each request says where it comes from, and an address that cannot be read reaches no page", async () => {
  markPeers();
  const server = createServer((request, response) => response.end(String(request.headers[peerHeader()])));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (path: string) =>
    new Promise<{ status?: number; text: string }>((resolve, reject) => {
      get(
        { port, path, headers: { [peerHeader()]: "198.51.100.1" }, agent: false },
        (answer: IncomingMessage) => {
          let text = "";
          answer
            .on("data", (part) => (text += part))
            .on("end", () => resolve({ status: answer.statusCode, text }));
        },
      ).on("error", reject);
    });
  try {
    expect(await ask("/lab/caf%C3%A9?q=%ff")).toEqual({ status: 200, text: "127.0.0.1" });
    for (const path of ["/blind/%ff/x", "/lab/%E0%A4%A", "/%"])
      expect(await ask(path), path).toMatchObject({
        status: 400,
        text: expect.stringContaining("cannot be read"),
      });
  } finally {
    server.close();
  }
});
