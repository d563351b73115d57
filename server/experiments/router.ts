import { z } from "zod";
import {
  experimentCancelled,
  experimentDetail,
  experimentInput,
  experimentLaunched,
  experimentPlan,
  experimentRef,
  experimentRetried,
  experimentSummary,
} from "../../contracts/experiment";
import { labProcedure, router } from "../trpc";
import * as experiments from "./service";

export const experimentsRouter = router({
  list: labProcedure("experiment:read")
    .output(z.array(experimentSummary))
    .query(({ ctx }) => experiments.listExperiments(ctx.grant)),

  get: labProcedure("experiment:read")
    .input(experimentRef)
    .output(experimentDetail)
    .query(({ ctx, input }) => experiments.getExperiment(ctx.grant, input.experiment)),

  plan: labProcedure("experiment:create")
    .input(experimentInput)
    .output(experimentPlan)
    .query(({ ctx, input: { lab: _, ...wanted } }) => experiments.planExperiment(ctx.grant, wanted)),

  launch: labProcedure("experiment:create")
    .input(experimentInput)
    .output(experimentLaunched)
    .mutation(({ ctx, input: { lab: _, ...wanted } }) => experiments.launchExperiment(ctx.grant, wanted)),

  cancel: labProcedure("run:cancel")
    .input(experimentRef)
    .output(experimentCancelled)
    .mutation(({ ctx, input }) => experiments.cancelExperiment(ctx.grant, input.experiment)),

  retryFailed: labProcedure("run:create")
    .input(experimentRef)
    .output(experimentRetried)
    .mutation(({ ctx, input }) => experiments.retryExperiment(ctx.grant, input.experiment)),
});
