import { handOut } from "@/app/api/lab/_export/hand-out";
import { exportRun } from "@/server/runs/service";

interface Context {
  params: Promise<{ lab: string; share?: string; run: string }>;
}

/** A finished run as a zip of NWB files that say that it is simulated. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { run, ...place } = await params;
  return handOut(request, place, "run:read", async (grant) => ({
    ...(await exportRun(grant, run)),
    what: "the run as nwb",
  }));
}
