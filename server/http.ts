import { getTRPCErrorFromUnknown } from "@trpc/server";
import { detailsOf } from "./error-shape";
import { errors } from "./errors";

/** What a route handler gives, or its error in the words of server/errors.ts: `{ problem }` as JSON. */
export async function answer(give: () => Promise<Response>): Promise<Response> {
  try {
    return await give();
  } catch (error) {
    const problem = detailsOf(getTRPCErrorFromUnknown(error), undefined);
    return Response.json(
      { problem },
      { status: errors[problem.code].http, headers: { "cache-control": "no-store" } },
    );
  }
}
