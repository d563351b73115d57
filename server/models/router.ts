import { z } from "zod";
import { pageOf, rowsOf } from "../../contracts/list";
import {
  modelCreateInput,
  modelForkInput,
  modelDetail,
  modelGetInput,
  modelHistoryInput,
  modelListInput,
  modelRef,
  modelSummary,
  modelVersion,
  modelVersionInput,
  modelVersionsInput,
  modelNotes,
  modelNotesInput,
} from "../../contracts/model";
import { labProcedure, placeProcedure, router } from "../trpc";
import * as models from "./service";

export const modelsRouter = router({
  list: placeProcedure("model:read")
    .input(modelListInput)
    .output(pageOf(modelSummary))
    .query(({ ctx, input: { lab: _, ...question } }) => models.listModels(ctx.grant, question)),

  get: placeProcedure("model:read")
    .input(modelGetInput)
    .output(modelDetail)
    .query(({ ctx, input: { modelId, ...looking } }) => models.getModel(ctx.grant, modelId, looking)),

  history: placeProcedure("model:read")
    .input(modelHistoryInput)
    .output(rowsOf(modelVersion))
    .query(({ ctx, input: { modelId, ...paging } }) => models.listVersions(ctx.grant, modelId, paging)),

  versions: placeProcedure("model:read")
    .input(modelVersionsInput)
    .output(z.array(modelVersion))
    .query(({ ctx, input }) => models.requireVersions(ctx.grant, input.ids)),

  notes: placeProcedure("model:read")
    .input(modelRef)
    .output(modelNotes)
    .query(({ ctx, input }) => models.getNotes(ctx.grant, input.modelId)),

  notesHistory: labProcedure("model:read")
    .input(modelHistoryInput)
    .output(rowsOf(modelNotes))
    .query(({ ctx, input: { modelId, ...paging } }) => models.listNotes(ctx.grant, modelId, paging)),

  saveNotes: labProcedure("model:create")
    .input(modelNotesInput)
    .output(modelNotes)
    .mutation(({ ctx, input: { lab: _, ...written } }) => models.saveNotes(ctx.grant, written)),

  create: labProcedure("model:create")
    .input(modelCreateInput)
    .output(modelSummary)
    .mutation(({ ctx, input: { lab: _, ...model } }) => models.createModel(ctx.grant, model)),

  saveVersion: labProcedure("model:create")
    .input(modelVersionInput)
    .output(modelSummary)
    .mutation(({ ctx, input: { lab: _, ...version } }) => models.saveVersion(ctx.grant, version)),

  fork: labProcedure("model:create")
    .input(modelForkInput)
    .output(modelSummary)
    .mutation(({ ctx, input }) => models.forkModel(ctx.grant, input)),
});
