import { pageOf } from "../../contracts/list";
import {
  recomputeInput,
  runAgain,
  runChanged,
  runDetail,
  runFigures,
  runRef,
  runListInput,
  runRow,
} from "../../contracts/run";
import { labProcedure, placeProcedure, router } from "../trpc";
import * as runs from "./service";

export const runsRouter = router({
  list: placeProcedure("run:read")
    .input(runListInput)
    .output(pageOf(runRow))
    .query(({ ctx, input: { lab: _, ...question } }) => runs.listRuns(ctx.grant, question)),

  get: placeProcedure("run:read")
    .input(runRef)
    .output(runDetail)
    .query(({ ctx, input }) => runs.getRun(ctx.grant, input.run)),

  figures: placeProcedure("run:read")
    .input(runRef)
    .output(runFigures)
    .query(({ ctx, input }) => runs.getFigures(ctx.grant, input.run)),

  again: labProcedure("run:read")
    .input(runRef)
    .output(runAgain)
    .query(({ ctx, input }) => runs.offerAgain(ctx.grant, input.run)),

  cancel: labProcedure("run:cancel")
    .input(runRef)
    .output(runChanged)
    .mutation(({ ctx, input }) => runs.cancelRun(ctx.grant, input.run)),

  retry: labProcedure("run:create")
    .input(runRef)
    .output(runChanged)
    .mutation(({ ctx, input }) => runs.retryRun(ctx.grant, input.run)),

  recompute: labProcedure("run:create")
    .input(recomputeInput)
    .output(runChanged)
    .mutation(({ ctx, input: { lab: _, ...wanted } }) => runs.recomputeRun(ctx.grant, wanted)),
});
