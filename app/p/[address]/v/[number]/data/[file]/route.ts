import { numbersOf } from "@/components/publication/panels";
import { notFound } from "@/server/errors";
import { tableFile } from "@/server/publications/service";
import { fileResponse } from "../../../../../_publication/headers";
import { opened } from "../../../../../_publication/open";
import { onePanel } from "../../../../../_publication/panel";

/** The numbers of a panel: `<panel>.csv`, `<panel>.parquet`, and what their columns mean as `<panel>.dictionary.csv`. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ address: string; number: string; file: string }> },
): Promise<Response> => {
  const { address, number, file } = await params;
  const [, id, format] = /^([a-z0-9-]+)\.(csv|parquet|dictionary\.csv)$/.exec(file) ?? [];
  return opened(request, { address, number }, async (one) => {
    if (!id) throw notFound("file", file);
    const { bound, data } = await onePanel(one, id);
    const numbers = numbersOf(data, bound);
    if (!numbers) throw notFound("file", file);
    const { bytes, mediaType } = await tableFile({ name: id, ...numbers }, format as "csv");
    return fileResponse(bytes, { name: file, mediaType, etag: one.etag });
  });
};
