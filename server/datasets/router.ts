import { z } from "zod";
import {
  datasetArchiveInput,
  datasetDetail,
  datasetImportInput,
  datasetRefInput,
  datasetSummary,
  datasetVersion,
} from "../../contracts/dataset";
import { labProcedure, router } from "../trpc";
import * as datasets from "./service";

export const datasetsRouter = router({
  list: labProcedure("dataset:read")
    .output(z.array(datasetSummary))
    .query(({ ctx }) => datasets.listDatasets(ctx.grant)),

  get: labProcedure("dataset:read")
    .input(datasetRefInput)
    .output(datasetDetail)
    .query(({ ctx, input }) => datasets.getDataset(ctx.grant, input.datasetId)),

  import: labProcedure("dataset:create")
    .input(datasetImportInput)
    .output(datasetVersion)
    .mutation(({ ctx, input: { lab: _, ...wanted } }) => datasets.importDataset(ctx.grant, wanted)),

  retry: labProcedure("dataset:create")
    .input(datasetRefInput)
    .output(datasetVersion)
    .mutation(({ ctx, input }) => datasets.retryImport(ctx.grant, input.datasetId)),

  archive: labProcedure("dataset:archive")
    .input(datasetArchiveInput)
    .output(datasetDetail)
    .mutation(({ ctx, input }) => datasets.archiveDataset(ctx.grant, input.datasetId, input.archived)),
});
