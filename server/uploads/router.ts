import {
  uploadBeginInput,
  uploadBegun,
  uploadListed,
  uploadRefInput,
  uploadSummary,
} from "../../contracts/upload";
import { labProcedure, router } from "../trpc";
import * as uploads from "./service";

export const uploadsRouter = router({
  get: labProcedure("dataset:create")
    .input(uploadRefInput)
    .output(uploadListed)
    .query(({ ctx, input }) => uploads.getUpload(ctx.grant, input.uploadId)),

  begin: labProcedure("dataset:create")
    .input(uploadBeginInput)
    .output(uploadBegun)
    .mutation(({ ctx, input: { lab: _, ...file } }) => uploads.beginUpload(ctx.grant, file)),

  finish: labProcedure("dataset:create")
    .input(uploadRefInput)
    .output(uploadSummary)
    .mutation(({ ctx, input }) => uploads.finishUpload(ctx.grant, input.uploadId)),

  remove: labProcedure("dataset:create")
    .input(uploadRefInput)
    .mutation(({ ctx, input }) => uploads.removeUpload(ctx.grant, input.uploadId)),
});
