import {
  comparisonAsideInput,
  comparisonExport,
  comparisonExportInput,
  comparisonHistoryInput,
  comparisonRevision,
  comparisonListInput,
  comparisonRefInput,
  comparisonSaveInput,
  comparisonSummary,
  comparisonUpdateInput,
  comparisonView,
  comparisonViewInput,
  traceIndividuals,
  traceIndividualsInput,
} from "../../contracts/comparison";
import { z } from "zod";
import { pageOf, rowsOf } from "../../contracts/list";
import { labProcedure, placeProcedure, router } from "../trpc";
import * as comparisons from "./service";

export const comparisonsRouter = router({
  view: placeProcedure("comparison:read")
    .input(comparisonViewInput)
    .output(comparisonView)
    .query(({ ctx, input }) => comparisons.viewComparison(ctx.grant, input)),

  traceIndividuals: placeProcedure("comparison:read")
    .input(traceIndividualsInput)
    .output(traceIndividuals)
    .query(({ ctx, input }) => comparisons.viewTraceIndividuals(ctx.grant, input)),

  export: placeProcedure("comparison:read", { takesAway: true })
    .input(comparisonExportInput)
    .output(comparisonExport)
    .query(({ ctx, input }) => comparisons.exportComparison(ctx.grant, input)),

  list: placeProcedure("comparison:read")
    .input(comparisonListInput)
    .output(pageOf(comparisonSummary))
    .query(({ ctx, input: { lab: _, ...question } }) => comparisons.listComparisons(ctx.grant, question)),

  get: placeProcedure("comparison:read")
    .input(comparisonRefInput)
    .output(comparisonSummary)
    .query(({ ctx, input }) => comparisons.getComparison(ctx.grant, input.id)),

  save: labProcedure("comparison:create")
    .input(comparisonSaveInput)
    .output(comparisonSummary)
    .mutation(({ ctx, input: { lab: _, ...comparison } }) =>
      comparisons.saveComparison(ctx.grant, comparison),
    ),

  update: labProcedure("comparison:create")
    .input(comparisonUpdateInput)
    .output(comparisonSummary)
    .mutation(({ ctx, input: { lab: _, ...comparison } }) =>
      comparisons.updateComparison(ctx.grant, comparison),
    ),

  setAside: labProcedure("comparison:create")
    .input(comparisonAsideInput)
    .output(z.void())
    .mutation(({ ctx, input: { lab: _, ...kept } }) => comparisons.keepAside(ctx.grant, kept)),

  history: labProcedure("comparison:read")
    .input(comparisonHistoryInput)
    .output(rowsOf(comparisonRevision))
    .query(({ ctx, input: { id, ...paging } }) => comparisons.listHistory(ctx.grant, id, paging)),
});
