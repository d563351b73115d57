import { exchange, exchangeReview, isLinkKind } from "@/server/access/links";
import { notFound } from "@/server/errors";
import { answer } from "@/server/http";

/** Where capability links lead. Whether one still counts is asked by the page behind it. */
export const GET = (
  _request: Request,
  { params }: { params: Promise<{ kind: string; token: string }> },
): Promise<Response> =>
  answer(async () => {
    const { kind, token } = await params;
    if (kind === "blind") return exchangeReview(token);
    if (!isLinkKind(kind)) throw notFound("link", kind);
    return exchange(kind, token);
  });
