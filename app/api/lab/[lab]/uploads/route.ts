import { enterLab } from "@/server/access/enter-lab";
import { requireOwnOrigin } from "@/server/access/origin";
import { userOfCookies } from "@/server/access/session";
import { receiveUpload } from "@/server/datasets/service";
import { Problem } from "@/server/errors";
import { answer } from "@/server/http";

/** The raw body is the file; its name is in `?name=`. Answers an uploadSummary (contracts/dataset.ts). */
export const POST = (request: Request, { params }: { params: Promise<{ lab: string }> }): Promise<Response> =>
  answer(async () => {
    requireOwnOrigin(request.headers);
    const user = await userOfCookies(request.headers.get("cookie"));
    if (!user) throw new Problem("signed-out", "You are not signed in.");
    const grant = await enterLab(user.id, (await params).lab, "dataset:create");
    const length = request.headers.get("content-length");
    const upload = await receiveUpload(
      grant,
      new URL(request.url).searchParams.get("name") ?? "",
      partsOf(request.body),
      length === null ? null : Number(length),
    );
    return Response.json(upload, { status: 201, headers: { "cache-control": "no-store" } });
  });

async function* partsOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
