import { publicationPage } from "@/components/publication/page/page";
import { byQuery } from "@/components/publication/page/settings";
import { pageResponse } from "../../../_publication/headers";
import { opened, pageOf } from "../../../_publication/open";

/** One version of a publication, for anybody, as long as the publication is not withdrawn. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ address: string; number: string }> },
): Promise<Response> => {
  const { address, number } = await params;
  return opened(request, { address, number }, async (one) =>
    pageResponse(publicationPage(await pageOf(one, byQuery(`/p/${address}/v/${number}`))), one),
  );
};
