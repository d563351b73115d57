import { datasetSelectionOf } from "@/contracts/export";
import { enterPlace } from "@/server/access/enter-place";
import { userOfCookies } from "@/server/access/session";
import { exportDataset } from "@/server/datasets/service";
import { Problem } from "@/server/errors";
import { answer, download } from "@/server/http";
import { takeAway } from "@/server/shares/service";

interface Context {
  params: Promise<{ lab: string; share?: string; version: string }>;
}

/**
 * A version of a dataset, or a part of it, as a zip of CSV, Parquet or NWB files: contracts/export.ts. Of one that another
 * lab shares only with its consent, and written down before.
 */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answer(async () => {
    const user = await userOfCookies(request.headers.get("cookie"));
    if (!user) throw new Problem("signed-out", "You are not signed in.");
    const { lab, share, version } = await params;
    const grant = await enterPlace(user.id, share ? `${lab}/shared/${share}` : lab, "dataset:read");
    const selection = datasetSelectionOf(new URL(request.url).searchParams);
    if (!selection.success)
      throw new Problem("invalid", "The address does not say what to export.", {
        where: "format",
        next: "Ask for format=csv, format=parquet or format=nwb.",
      });
    const { fileName, bytes } = await exportDataset(grant, version, selection.data);
    if (grant.kind === "share") await takeAway(grant, `the dataset as ${selection.data.format}`);
    return download(fileName, "application/zip", bytes);
  });
