import { publicationPage } from "@/components/publication/page/page";
import { byQuery } from "@/components/publication/page/settings";
import { pageResponse } from "../_publication/headers";
import { opened, pageOf } from "../_publication/open";

/** The newest version of a publication, for anybody. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> => {
  const { address } = await params;
  return opened(request, { address, number: null }, async (one) =>
    pageResponse(publicationPage(await pageOf(one, byQuery(`/p/${address}`))), one),
  );
};
