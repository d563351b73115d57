import { workersView } from "../../contracts/worker";
import { labProcedure, router } from "../trpc";
import * as workers from "./service";

export const workersRouter = router({
  list: labProcedure("worker:read")
    .output(workersView)
    .query(() => workers.listWorkers()),
});
