import {
  experimentCancelled,
  experimentDetail,
  experimentInput,
  experimentListInput,
  experimentLaunched,
  experimentPlan,
  experimentRef,
  experimentRetried,
  experimentSummary,
} from "../../contracts/experiment";
import { pageOf } from "../../contracts/list";
import { labProcedure, placeProcedure, router } from "../trpc";
import * as experiments from "./service";

export const experimentsRouter = router({
  list: placeProcedure("experiment:read")
    .input(experimentListInput)
    .output(pageOf(experimentSummary))
    .query(({ ctx, input: { lab: _, ...question } }) => experiments.listExperiments(ctx.grant, question)),

  get: placeProcedure("experiment:read")
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
