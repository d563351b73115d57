import { handOut } from "@/app/api/lab/_export/hand-out";
import { exportExperiment } from "@/server/runs/service";

interface Context {
  params: Promise<{ lab: string; share?: string; experiment: string }>;
}

/** The finished runs of an experiment as a zip of NWB files that say that they are simulated. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { experiment, ...place } = await params;
  return handOut(request, place, "run:read", async (grant) => ({
    ...(await exportExperiment(grant, experiment)),
    what: "the experiment as nwb",
  }));
}
