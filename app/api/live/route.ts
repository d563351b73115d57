import { userOfCookies } from "@/server/access/session";
import { answer } from "@/server/http";
import { openStream } from "@/server/live/service";

/** One stream of events per browser tab: /api/live?lab=<slug>. */
export const GET = (request: Request): Promise<Response> =>
  answer(async () => {
    const user = await userOfCookies(request.headers.get("cookie"));
    const lab = new URL(request.url).searchParams.get("lab") ?? "";
    return new Response(await openStream(user, lab, request.signal), {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache, no-transform",
        // proxies that collect answers before they pass them on would hold events back
        "x-accel-buffering": "no",
      },
    });
  });
