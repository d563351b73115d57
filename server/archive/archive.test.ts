import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { type Entry, zipOf } from "./service";

const long = "a line that repeats\n".repeat(20_000);
const entry = (name: string, bytes: Entry["bytes"]): Entry => ({ name, bytes, compress: true });
const read = async (stream: ReadableStream<Uint8Array>) =>
  unzipSync(new Uint8Array(await new Response(stream).arrayBuffer()));

it("holds what its entries gave, in their order", async () => {
  const files = await read(
    zipOf(
      [entry("a.txt", () => [long, "the end"]), entry("b/ü.txt", () => [new Uint8Array([104, 105])])],
      new Date(),
    ),
  );
  expect(Object.keys(files)).toEqual(["a.txt", "b/ü.txt"]);
  expect(strFromU8(files["a.txt"])).toBe(`${long}the end`);
  expect(strFromU8(files["b/ü.txt"])).toBe("hi");
});

it("is broken off by an entry that fails, so that nobody takes half of it for the whole", async () => {
  const failing = entry("b.txt", function* () {
    yield long;
    throw new Error("the source broke");
  });
  await expect(read(zipOf([entry("a.txt", () => [long]), failing], new Date()))).rejects.toThrow();
});

it("is given up quietly when nobody wants the rest", async () => {
  let asked = 0;
  const endless = entry("a.bin", async function* () {
    for (;;) {
      asked += 1;
      yield crypto.getRandomValues(new Uint8Array(60_000));
    }
  });
  const reader = zipOf([{ ...endless, compress: false }], new Date()).getReader();
  await reader.read();
  await reader.cancel();
  const then = asked;
  // what goes wrong after this would end the test run: a few turns of the event loop
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
  expect(asked - then).toBeLessThan(50);
  expect((await reader.read()).done).toBe(true);
});
