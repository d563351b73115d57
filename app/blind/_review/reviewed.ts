import { conversationScript } from "@/components/publication/review/conversation";
import { nothingToReview } from "@/components/publication/review/review-page";
import { blindAddress } from "@/contracts/blind";
import { errors, Problem } from "@/server/errors";
import { answer } from "@/server/http";
import { openReview, type Review } from "@/server/publications/blind/service";
import { policy } from "../../p/_publication/headers";

/** Nobody keeps it, nobody finds it, and what it leads to does not hear of it. */
export const reviewHeaders = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow, noarchive",
} as const;

export const reviewResponse = (page: string, status = 200): Response =>
  new Response(page, {
    status,
    headers: {
      ...reviewHeaders,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy(page, { forms: "'self'", script: conversationScript }),
      "x-frame-options": "DENY",
    },
  });

export const reviewFile = (
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
): Response =>
  new Response(body, {
    headers: {
      ...reviewHeaders,
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "_")}"`,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    },
  });

/**
 * What `give` makes of the copy, for whoever holds an open link to it. Each request asks anew whether the link counts; where
 * it does not, the answer is the same as where there never was one.
 */
export const reviewed = (
  request: Request,
  address: string,
  give: (review: Review) => Promise<Response>,
): Promise<Response> =>
  answer(async () => {
    try {
      const known = blindAddress.safeParse(address).success ? address : "";
      return await give(await openReview(request.headers.get("cookie"), known));
    } catch (error) {
      if (error instanceof Problem && error.details.code === "not-found")
        return reviewResponse(nothingToReview(error.details.next), errors["not-found"].http);
      throw error;
    }
  });
