import {
  datasetDetail,
  datasetHistoryInput,
  datasetImportInput,
  datasetListInput,
  datasetRefInput,
  datasetSummary,
  datasetVersion,
} from "../../contracts/dataset";
import { pageOf, rowsOf } from "../../contracts/list";
import { inspectInput, inspectionState } from "../../contracts/inspection";
import { sessionFigures, sessionInput } from "../../contracts/session";
import { subjectFigures, subjectInput } from "../../contracts/subject";
import { labProcedure, placeProcedure, router } from "../trpc";
import * as datasets from "./service";

export const datasetsRouter = router({
  list: placeProcedure("dataset:read")
    .input(datasetListInput)
    .output(pageOf(datasetSummary))
    .query(({ ctx, input: { lab: _, ...question } }) => datasets.listDatasets(ctx.grant, question)),

  get: placeProcedure("dataset:read")
    .input(datasetRefInput)
    .output(datasetDetail)
    .query(({ ctx, input }) => datasets.getDataset(ctx.grant, input.datasetId)),

  history: placeProcedure("dataset:read")
    .input(datasetHistoryInput)
    .output(rowsOf(datasetVersion))
    .query(({ ctx, input: { datasetId, ...paging } }) => datasets.listVersions(ctx.grant, datasetId, paging)),

  subject: placeProcedure("dataset:read")
    .input(subjectInput)
    .output(subjectFigures)
    .query(({ ctx, input: { versionId, ...wanted } }) => datasets.getSubject(ctx.grant, versionId, wanted)),

  session: placeProcedure("dataset:read")
    .input(sessionInput)
    .output(sessionFigures)
    .query(({ ctx, input: { lab: _, versionId, ...wanted } }) =>
      datasets.getSession(ctx.grant, versionId, wanted),
    ),

  import: labProcedure("dataset:create")
    .input(datasetImportInput)
    .output(datasetVersion)
    .mutation(({ ctx, input: { lab: _, ...wanted } }) => datasets.importDataset(ctx.grant, wanted)),

  inspect: labProcedure("dataset:create")
    .input(inspectInput)
    .output(inspectionState)
    .query(({ ctx, input }) => datasets.inspectUpload(ctx.grant, input.uploadId, input.answers)),

  inspectAgain: labProcedure("dataset:create")
    .input(inspectInput)
    .output(inspectionState)
    .mutation(({ ctx, input }) => datasets.inspectAgain(ctx.grant, input.uploadId, input.answers)),

  cancel: labProcedure("dataset:create")
    .input(datasetRefInput)
    .output(datasetVersion)
    .mutation(({ ctx, input }) => datasets.cancelImport(ctx.grant, input.datasetId)),

  retry: labProcedure("dataset:create")
    .input(datasetRefInput)
    .output(datasetVersion)
    .mutation(({ ctx, input }) => datasets.retryImport(ctx.grant, input.datasetId)),
});
