import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { showing, showingWithout } from "./use-deed";

it("shows other data at once, and takes it back", () => {
  const client = new QueryClient();
  client.setQueryData(["one"], 1);
  const back = showing<number>(["one"], (now) => now + 1)(client);
  expect(client.getQueryData(["one"])).toBe(2);
  back();
  expect(client.getQueryData(["one"])).toBe(1);
  showing<number>(["none"], (now) => now + 1)(client)();
  expect(client.getQueryData(["none"])).toBeUndefined();
});

it("takes a row out of every list that shows it, page by page, and puts it back", () => {
  const client = new QueryClient();
  const page = (...ids: string[]) => ({ rows: ids.map((id) => ({ id })), total: 9, nextCursor: null });
  client.setQueryData([["models", "list"], 1], page("a", "b"));
  client.setQueryData([["models", "list"], 2], { pages: [page("c"), page("b")], pageParams: [] });
  client.setQueryData([["models", "get"]], { id: "b" });
  const back = showingWithout([["models", "list"]], "b")(client);
  expect(client.getQueryData([["models", "list"], 1])).toMatchObject({ rows: [{ id: "a" }], total: 8 });
  expect(client.getQueryData([["models", "list"], 2])).toMatchObject({
    pages: [
      { rows: [{ id: "c" }], total: 9 },
      { rows: [], total: 8 },
    ],
  });
  expect(client.getQueryData([["models", "get"]])).toEqual({ id: "b" });
  back();
  expect(client.getQueryData([["models", "list"], 1])).toEqual(page("a", "b"));
});
