import { pageOf } from "../_review/page";
import { reviewed, reviewResponse } from "../_review/reviewed";

/** A blind copy, for whoever opened a link to it that still counts. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> => {
  const { address } = await params;
  return reviewed(request, address, async (review) =>
    reviewResponse(await pageOf(review, new URL(request.url).search)),
  );
};
