import { logExport } from "@/contracts/activity";
import { enterLab } from "@/server/access/enter-lab";
import { userOfCookies } from "@/server/access/session";
import { exportLog } from "@/server/activity/export";
import { Problem } from "@/server/errors";
import { answer, download } from "@/server/http";

/** The audit log as a file, for owners: ?format=csv or json, with the filters of its page. */
export const GET = (request: Request, { params }: { params: Promise<{ lab: string }> }): Promise<Response> =>
  answer(async () => {
    const user = await userOfCookies(request.headers.get("cookie"));
    if (!user) throw new Problem("signed-out", "You are not signed in.");
    const { lab } = await params;
    const grant = await enterLab(user.id, lab, "audit:read");
    const asked = logExport.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success)
      throw new Problem("invalid", "The address does not say what to export.", {
        where: "format",
        next: "Ask for format=csv or format=json, with the filters of the page.",
      });
    const { format, ...filter } = asked.data;
    return download(
      `audit-${lab}.${format}`,
      format === "csv" ? "text/csv; charset=utf-8" : "application/json",
      exportLog(grant, filter, format),
    );
  });
