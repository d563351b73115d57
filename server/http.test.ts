import { describe, expect, it } from "vitest";
import { withSmallBody } from "./http";

const request = (body: BodyInit, headers = {}) =>
  new Request("http://127.0.0.1/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

describe("a small body", () => {
  it("arrives as it was sent", async () => {
    const read = await withSmallBody(request('{"a":1}', { "content-type": "application/json" }), 100);
    expect(read.headers.get("content-type")).toBe("application/json");
    expect(await read.json()).toEqual({ a: 1 });
  });

  it("is refused by its announced length", async () => {
    const sent = request("x", { "content-length": "101" });
    await expect(withSmallBody(sent, 100)).rejects.toMatchObject({ details: { code: "too-large" } });
  });

  it("is refused by what comes, whatever was announced", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 50;
        controller.enqueue(new Uint8Array(50));
      },
    });
    await expect(withSmallBody(request(endless), 100)).rejects.toMatchObject({
      details: { code: "too-large" },
    });
    expect(sent).toBeLessThan(1000);
  });
});
