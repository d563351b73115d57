import { requireOwnOrigin } from "@/server/access/origin";
import { errors, Problem } from "@/server/errors";
import { smallBody } from "@/server/http";
import { keptText } from "@/server/kept-text";
import { saidHtml } from "@/components/publication/review/conversation";
import { comment, reviewComments } from "@/server/publications/blind/service";
import { pageOf } from "../../_review/page";
import { reviewed, reviewHeaders, reviewResponse } from "../../_review/reviewed";

/** A page without referrer sends "null" as its origin; that it is ours, the browser says otherwise. */
function requireOwnPage(given: Headers): void {
  const headers = new Headers(given);
  if (headers.get("origin") === "null") headers.delete("origin");
  requireOwnOrigin(headers);
}

/** What was written so far, as the page of the copy shows it. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> => {
  const { address } = await params;
  return reviewed(request, address, async (review) => {
    const { comments } = await reviewComments(review);
    return reviewResponse(saidHtml(review.manifest, comments).text);
  });
};

/** A comment of a reviewer, as the form of the page sends it. What is not taken comes back as it was typed. */
export const POST = async (
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> => {
  const { address } = await params;
  return reviewed(request, address, async (review) => {
    requireOwnPage(request.headers);
    const sent = new URLSearchParams((await smallBody(request, 100_000)).toString("utf8"));
    const form = new Map([...sent].map(([name, text]) => [name, keptText(text)]));
    const typed = {
      ...{ as: form.get("as") ?? "", panel: form.get("panel") || null },
      body: (form.get("body") ?? "").replaceAll("\r\n", "\n"),
    };
    try {
      await comment(review, typed);
    } catch (error) {
      if (!(error instanceof Problem) || error.details.code === "not-found") throw error;
      const { what, next, code } = error.details;
      const page = await pageOf(review, "", { ...typed, problem: `${what} ${next}` });
      return reviewResponse(page, errors[code].http);
    }
    return new Response(null, {
      status: 303,
      headers: { ...reviewHeaders, location: `/blind/${address}#comments` },
    });
  });
};
