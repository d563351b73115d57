import { userGrant } from "@/server/access/grant";
import { userOfCookies } from "@/server/access/session";
import { exportData } from "@/server/accounts/data/service";
import { Problem } from "@/server/errors";
import { answer } from "@/server/http";

/** All that this server knows of whoever asks, as a zip archive. */
export const GET = (request: Request): Promise<Response> =>
  answer(async () => {
    const user = await userOfCookies(request.headers.get("cookie"));
    if (!user) throw new Problem("signed-out", "You are not signed in.");
    const today = new Date().toISOString().slice(0, 10);
    return new Response(await exportData(userGrant(user.id, user.sessionId)), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="phasic-my-data-${today}.zip"`,
        "cache-control": "no-store",
      },
    });
  });
