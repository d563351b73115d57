import { z } from "zod";

/** Who computes: every worker process that was heard of in the last seconds. */
export const workersView = z.object({
  threads: z.number().int(),
  workers: z.array(
    z.object({ hostname: z.string(), threads: z.number().int(), startedAt: z.date(), seenAt: z.date() }),
  ),
});
export type WorkersView = z.infer<typeof workersView>;
