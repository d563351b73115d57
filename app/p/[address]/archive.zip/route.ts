import { opened } from "../../_publication/open";

/** Of the newest version: the address of a publication is enough to check it. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> => {
  const { address } = await params;
  const to = async (number: number) =>
    new Response(null, {
      status: 307,
      headers: { location: `/p/${address}/v/${number}/archive.zip`, "cache-control": "no-store" },
    });
  return opened(request, { address, number: null }, ({ version }) => to(version.number), { remember: false });
};
