import { enterLab } from "@/server/access/enter-lab";
import { userOfCookies } from "@/server/access/session";
import { Problem } from "@/server/errors";
import { answer, download } from "@/server/http";
import { exportExperiment } from "@/server/runs/service";

interface Context {
  params: Promise<{ lab: string; experiment: string }>;
}

/** The finished runs of an experiment as a zip of NWB files that say that they are simulated. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answer(async () => {
    const user = await userOfCookies(request.headers.get("cookie"));
    if (!user) throw new Problem("signed-out", "You are not signed in.");
    const { lab, experiment } = await params;
    const grant = await enterLab(user.id, lab, "run:read");
    const { fileName, bytes } = await exportExperiment(grant, experiment);
    return download(fileName, "application/zip", bytes);
  });
