import { getTRPCErrorFromUnknown } from "@trpc/server";
import { detailsOf } from "./error-shape";
import { errors, Problem } from "./errors";

/** What a route handler gives, or its error in the words of server/errors.ts: `{ problem }` as JSON. */
export async function answer(give: () => Promise<Response>): Promise<Response> {
  try {
    return await give();
  } catch (error) {
    const problem = detailsOf(getTRPCErrorFromUnknown(error), undefined);
    return Response.json(
      { problem },
      { status: errors[problem.code].http, headers: { "cache-control": "no-store" } },
    );
  }
}

/**
 * A request's body, of which nobody makes the server hold more than `bytes`. Throws too-large as soon as that is known.
 */
export async function smallBody(request: Request, bytes: number): Promise<Buffer> {
  const tooLarge = () => new Problem("too-large", `The request is larger than ${bytes / 1_000_000} MB.`);
  if (Number(request.headers.get("content-length") ?? 0) > bytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += part.byteLength;
    if (length > bytes) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The request with its body read, by the rule of `smallBody`. */
export async function withSmallBody(request: Request, bytes: number): Promise<Request> {
  if (!request.body) return request;
  const { method, headers, url, signal } = request;
  const body = new Blob([new Uint8Array(await smallBody(request, bytes))]);
  return new Request(url, { method, headers, signal, body });
}

/** A file to keep, never to be shown as a page of ours. */
export const download = (
  fileName: string,
  mediaType: string,
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>,
): Response =>
  new Response(body, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${fileName.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
