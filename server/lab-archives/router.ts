import { z } from "zod";
import {
  labArchive,
  labArchiveImportInput,
  labArchiveRef,
  labArchives,
  labArchivesInput,
} from "../../contracts/lab-archive";
import { labProcedure, router } from "../trpc";
import * as archives from "./service";

export const labArchivesRouter = router({
  list: labProcedure("lab:manage")
    .input(labArchivesInput)
    .output(labArchives)
    .query(({ ctx, input: { lab: _, ...paging } }) => archives.listArchives(ctx.grant, paging)),

  export: labProcedure("lab:manage")
    .output(labArchive)
    .mutation(({ ctx }) => archives.beginExport(ctx.grant)),

  import: labProcedure("lab:manage")
    .input(labArchiveImportInput)
    .output(labArchive)
    .mutation(({ ctx, input }) => archives.beginImport(ctx.grant, input.uploadId)),

  cancel: labProcedure("lab:manage")
    .input(labArchiveRef)
    .output(z.void())
    .mutation(({ ctx, input }) => archives.cancelArchive(ctx.grant, input.archive)),

  remove: labProcedure("lab:manage")
    .input(labArchiveRef)
    .output(z.void())
    .mutation(({ ctx, input }) => archives.removeArchive(ctx.grant, input.archive)),
});
