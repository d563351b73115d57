import type { Page } from "@playwright/test";

type Method = "GET" | "POST";
const call =
  (method: Method) =>
  <T>(page: Page, procedure: string, input: unknown): Promise<T> =>
    page.evaluate(
      async ([method, procedure, body]) => {
        const query = method === "GET" ? `?input=${encodeURIComponent(body)}` : "";
        const response = await fetch(`/api/trpc/${procedure}${query}`, {
          method,
          headers: { "content-type": "application/json" },
          ...(method === "POST" && { body }),
        });
        const answer = (await response.json()) as { result?: { data: { json: unknown } } };
        if (!answer.result) throw new Error(`${procedure}: ${JSON.stringify(answer)}`);
        return answer.result.data.json as never;
      },
      [method, procedure, JSON.stringify({ json: input })] as const,
    );

/** What another spec does by hand is done here as its pages do it, without the pages. */
export const ask = call("GET");
export const tell = call("POST");
