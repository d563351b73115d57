import { handOut } from "@/app/api/lab/_export/hand-out";
import { datasetSelectionOf } from "@/contracts/export";
import { exportDataset } from "@/server/datasets/service";
import { Problem } from "@/server/errors";

interface Context {
  params: Promise<{ lab: string; share?: string; version: string }>;
}

/** A version of a dataset, or a part of it, as a zip of CSV, Parquet or NWB files: contracts/export.ts. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { version, ...place } = await params;
  return handOut(request, place, "dataset:read", async (grant) => {
    const selection = datasetSelectionOf(new URL(request.url).searchParams);
    if (!selection.success)
      throw new Problem("invalid", "The address does not say what to export.", {
        where: "format",
        next: "Ask for format=csv, format=parquet or format=nwb.",
      });
    const made = await exportDataset(grant, version, selection.data);
    return { ...made, what: `the dataset as ${selection.data.format}` };
  });
}
