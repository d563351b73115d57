import { pdfFile } from "@/components/publication/drawing/pdf";
import { fileWidth, panelDrawing } from "@/components/publication/drawing/panel-drawing";
import { svgFile } from "@/components/publication/drawing/svg";
import { settingWords } from "@/components/publication/page/settings";
import { figuresOf } from "@/components/publication/panels";
import { notFound } from "@/server/errors";
import { fileResponse } from "../../../../../_publication/headers";
import { opened } from "../../../../../_publication/open";
import { onePanel } from "../../../../../_publication/panel";

/** The figures of a panel as one file: `<panel>.svg` or `<panel>.pdf`, drawn in vectors. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ address: string; number: string; file: string }> },
): Promise<Response> => {
  const { address, number, file } = await params;
  const [, id, ending] = /^([a-z0-9-]+)\.(svg|pdf)$/.exec(file) ?? [];
  return opened(request, { address, number }, async (one) => {
    if (!id) throw notFound("figure", file);
    const { panel, bound, data } = await onePanel(one, id);
    const figures = figuresOf(data, bound).filter(({ empty }) => empty === null);
    if (figures.length === 0) throw notFound("figure", file);
    const { etag, version } = one;
    const { manifest } = version;
    const source = `${manifest.authors.map(({ name }) => name).join(", ")}: ${manifest.title}, version ${manifest.version}, ${manifest.licence}. ${settingWords(manifest, one.setting, { [id]: data })}`;
    const drawing = panelDrawing(figures, source);
    const title = panel.title || figures[0].title;
    return ending === "svg"
      ? fileResponse(svgFile(drawing, title, fileWidth), { name: file, mediaType: "image/svg+xml", etag })
      : fileResponse(await pdfFile(drawing, title, fileWidth, version.publishedAt), {
          ...{ name: file, mediaType: "application/pdf", etag },
        });
  });
};
