import { chunkBytes, chunkHashHeader } from "@/contracts/upload";
import { enterLab } from "@/server/access/enter-lab";
import { requireOwnOrigin } from "@/server/access/origin";
import { userOfCookies } from "@/server/access/session";
import { Problem } from "@/server/errors";
import { answer, smallBody } from "@/server/http";
import { receiveChunk } from "@/server/uploads/service";

interface Params {
  readonly lab: string;
  readonly upload: string;
  readonly chunk: string;
}

/** The raw body is the chunk, its SHA-256 in the header; the same chunk may be sent twice (contracts/upload.ts). */
export const PUT = (request: Request, { params }: { params: Promise<Params> }): Promise<Response> =>
  answer(async () => {
    requireOwnOrigin(request.headers);
    const user = await userOfCookies(request.headers.get("cookie"));
    if (!user) throw new Problem("signed-out", "You are not signed in.");
    const { lab, upload, chunk } = await params;
    const grant = await enterLab(user.id, lab, "dataset:create");
    await receiveChunk(grant, upload, {
      index: /^\d{1,9}$/.test(chunk) ? Number(chunk) : -1,
      bytes: await smallBody(request, chunkBytes),
      sha256: request.headers.get(chunkHashHeader) ?? "",
    });
    return Response.json({ chunk }, { headers: { "cache-control": "no-store" } });
  });
