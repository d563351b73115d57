import { enterLab } from "@/server/access/enter-lab";
import { userOfCookies } from "@/server/access/session";
import { Problem } from "@/server/errors";
import { answer, download } from "@/server/http";
import { exportRun } from "@/server/runs/service";

interface Context {
  params: Promise<{ lab: string; run: string }>;
}

/** A finished run as a zip of NWB files that say that it is simulated. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answer(async () => {
    const user = await userOfCookies(request.headers.get("cookie"));
    if (!user) throw new Problem("signed-out", "You are not signed in.");
    const { lab, run } = await params;
    const { fileName, bytes } = await exportRun(await enterLab(user.id, lab, "run:read"), run);
    return download(fileName, "application/zip", bytes);
  });
