import { enterLab } from "@/server/access/enter-lab";
import { userOfCookies } from "@/server/access/session";
import { Problem } from "@/server/errors";
import { answer, download } from "@/server/http";
import { downloadArchive } from "@/server/lab-archives/service";

interface Context {
  params: Promise<{ lab: string; archive: string }>;
}

/** The archive of a whole lab, once it is made. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answer(async () => {
    const user = await userOfCookies(request.headers.get("cookie"));
    if (!user) throw new Problem("signed-out", "You are not signed in.");
    const { lab, archive } = await params;
    const { fileName, bytes } = await downloadArchive(await enterLab(user.id, lab, "lab:manage"), archive);
    return download(fileName, "application/zip", bytes);
  });
