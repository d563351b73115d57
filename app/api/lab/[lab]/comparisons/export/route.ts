import { handOut } from "@/app/api/lab/_export/hand-out";
import { comparisonNwbOf } from "@/contracts/comparison";
import { exportComparisonNwb } from "@/server/comparisons/service";
import { Problem } from "@/server/errors";

interface Context {
  params: Promise<{ lab: string; share?: string }>;
}

/** The subjects behind a comparison as a zip of NWB files, with its tables: contracts/comparison.ts. */
export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  handOut(request, await params, "comparison:read", async (grant) => {
    const query = comparisonNwbOf(new URL(request.url).searchParams);
    if (!query.success)
      throw new Problem("invalid", "The address does not say what to export.", {
        where: "query",
        next: "Open the comparison and choose the export there.",
      });
    return { ...(await exportComparisonNwb(grant, query.data)), what: "the comparison as nwb" };
  });
