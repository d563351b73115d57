import { labsRouter } from "./labs/router";
import { modelsRouter } from "./models/router";
import { router } from "./trpc";

/** Every procedure there is. One noun, one router; a procedure without a row in server/access/rows fails a test. */
export const appRouter = router({
  labs: labsRouter,
  models: modelsRouter,
});
export type AppRouter = typeof appRouter;
