import { enterPlace } from "@/server/access/enter-place";
import type { LabGrant, ShareGrant } from "@/server/access/grant";
import type { Permission } from "@/server/access/permissions";
import { userOfCookies } from "@/server/access/session";
import { Problem } from "@/server/errors";
import { answer, download } from "@/server/http";
import { takeAway } from "@/server/shares/service";

interface Archive {
  readonly fileName: string;
  readonly bytes: ReadableStream<Uint8Array>;
  /** For the lab that shares it: what left. */
  readonly what: string;
}

/**
 * Hands out an archive made in a lab, or in what another lab shares with it: of that only with its consent, which is asked
 * for, and written down in both labs, before.
 */
export const handOut = (
  request: Request,
  { lab, share }: { lab: string; share?: string },
  permission: Permission,
  make: (grant: LabGrant | ShareGrant) => Promise<Archive>,
): Promise<Response> =>
  answer(async () => {
    const user = await userOfCookies(request.headers.get("cookie"));
    if (!user) throw new Problem("signed-out", "You are not signed in.");
    const grant = await enterPlace(user.id, share ? `${lab}/shared/${share}` : lab, permission);
    const { fileName, bytes, what } = await make(grant);
    if (grant.kind === "share") await takeAway(grant, what);
    return download(fileName, "application/zip", bytes);
  });
