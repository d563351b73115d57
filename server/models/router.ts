import { z } from "zod";
import {
  modelArchiveInput,
  modelCreateInput,
  modelDetail,
  modelForkInput,
  modelRef,
  modelSummary,
  modelVersionInput,
} from "../../contracts/model";
import { labProcedure, router } from "../trpc";
import * as models from "./service";

export const modelsRouter = router({
  list: labProcedure("model:read")
    .output(z.array(modelSummary))
    .query(({ ctx }) => models.listModels(ctx.grant)),

  get: labProcedure("model:read")
    .input(modelRef)
    .output(modelDetail)
    .query(({ ctx, input }) => models.getModel(ctx.grant, input.modelId)),

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

  archive: labProcedure("model:archive")
    .input(modelArchiveInput)
    .output(modelDetail)
    .mutation(({ ctx, input }) => models.archiveModel(ctx.grant, input.modelId, input.archived)),
});
