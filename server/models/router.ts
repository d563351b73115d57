import { z } from "zod";
import { pageOf } from "../../contracts/list";
import {
  modelCreateInput,
  modelDetail,
  modelForkInput,
  modelListInput,
  modelRef,
  modelSummary,
  modelVersion,
  modelVersionInput,
  modelVersionsInput,
  modelNotes,
  modelNotesHistory,
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
    .input(modelRef)
    .output(modelDetail)
    .query(({ ctx, input }) => models.getModel(ctx.grant, input.modelId)),

  versions: placeProcedure("model:read")
    .input(modelVersionsInput)
    .output(z.array(modelVersion))
    .query(({ ctx, input }) => models.requireVersions(ctx.grant, input.ids)),

  notes: placeProcedure("model:read")
    .input(modelRef)
    .output(modelNotes)
    .query(({ ctx, input }) => models.getNotes(ctx.grant, input.modelId)),

  notesHistory: labProcedure("model:read")
    .input(modelRef)
    .output(modelNotesHistory)
    .query(({ ctx, input }) => models.listNotes(ctx.grant, input.modelId)),

  saveNotes: labProcedure("model:create")
    .input(modelNotesInput)
    .output(modelNotes)
    .mutation(({ ctx, input: { lab: _, ...written } }) => models.saveNotes(ctx.grant, written)),

  create: labProcedure("model:create")
    .input(modelCreateInput)
    .output(modelDetail)
    .mutation(({ ctx, input: { lab: _, ...model } }) => models.createModel(ctx.grant, model)),

  saveVersion: labProcedure("model:create")
    .input(modelVersionInput)
    .output(modelDetail)
    .mutation(({ ctx, input: { lab: _, ...version } }) => models.saveVersion(ctx.grant, version)),

  fork: labProcedure("model:create")
    .input(modelForkInput)
    .output(modelDetail)
    .mutation(({ ctx, input }) => models.forkModel(ctx.grant, input)),
});
