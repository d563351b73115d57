import { settingAsked } from "@/components/publication/page/settings";
import { notFound } from "@/server/errors";
import { reviewArchive } from "@/server/publications/blind/service";
import { figureFile, filesOf, methodsFile, numbersFile } from "../../_review/files";
import { reviewed, reviewFile } from "../../_review/reviewed";

const figure = /^figures\/([a-z0-9-]+)\.svg$/;
const numbers = /^data\/([a-z0-9-]+)\.(csv|parquet|dictionary\.csv)$/;

/** What a reviewer can take away: figures, numbers, methods, and the archive that `phasic reproduce` takes. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ address: string; file: string[] }> },
): Promise<Response> => {
  const { address, file } = await params;
  return reviewed(request, address, async (review) => {
    const path = file.join("/");
    const setting = settingAsked(review.manifest, new URL(request.url).search);
    if (path === "archive.zip")
      return reviewFile(reviewArchive(review, await filesOf(review)), {
        ...{ name: "archive.zip", mediaType: "application/zip" },
      });
    if (path === "methods.md") return given(await methodsFile(review));
    const [, drawn] = figure.exec(path) ?? [];
    if (drawn) return given(await figureFile(review, setting, drawn));
    const [, counted, format] = numbers.exec(path) ?? [];
    if (counted) return given(await numbersFile(review, setting, counted, format as "csv"));
    throw notFound("file", path);
  });
};

const given = ({ path, mediaType, bytes }: Awaited<ReturnType<typeof methodsFile>>) =>
  reviewFile(bytes, { name: path.split("/").at(-1)!, mediaType });
