import { embeddedPanel, nothingHere } from "@/components/publication/page/page";
import { byQuery } from "@/components/publication/page/settings";
import { pageResponse } from "../../../../p/_publication/headers";
import { opened, pageOf } from "../../../../p/_publication/open";

/** One panel of a version: the only kind of page that others may put into a frame. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ address: string; number: string; panel: string }> },
): Promise<Response> => {
  const { address, number, panel } = await params;
  return opened(request, { address, number }, async (one) => {
    const page = embeddedPanel(await pageOf(one, byQuery(`/embed/${address}/${number}/${panel}`)), panel);
    return page
      ? pageResponse(page, { etag: one.etag, framed: true })
      : pageResponse(nothingHere(), { status: 404 });
  });
};
