import { pageOf, rowsOf } from "../../contracts/list";
import {
  namedParadigmVersion,
  paradigmCreateInput,
  paradigmDetail,
  paradigmGetInput,
  paradigmHistoryInput,
  paradigmListInput,
  paradigmSaveInput,
  paradigmSummary,
  paradigmVersion,
  paradigmVersionInput,
} from "../../contracts/paradigm";
import { labProcedure, placeProcedure, router } from "../trpc";
import * as paradigms from "./service";

export const paradigmsRouter = router({
  list: placeProcedure("paradigm:read")
    .input(paradigmListInput)
    .output(pageOf(paradigmSummary))
    .query(({ ctx, input: { lab: _, ...question } }) => paradigms.listParadigms(ctx.grant, question)),

  get: placeProcedure("paradigm:read")
    .input(paradigmGetInput)
    .output(paradigmDetail)
    .query(({ ctx, input: { paradigmId, ...looking } }) =>
      paradigms.getParadigm(ctx.grant, paradigmId, looking),
    ),

  history: placeProcedure("paradigm:read")
    .input(paradigmHistoryInput)
    .output(rowsOf(paradigmVersion))
    .query(({ ctx, input: { paradigmId, ...paging } }) =>
      paradigms.listVersions(ctx.grant, paradigmId, paging),
    ),

  version: placeProcedure("paradigm:read")
    .input(paradigmVersionInput)
    .output(namedParadigmVersion)
    .query(({ ctx, input }) => paradigms.getVersion(ctx.grant, input.versionId)),

  create: labProcedure("paradigm:create")
    .input(paradigmCreateInput)
    .output(paradigmSummary)
    .mutation(({ ctx, input: { lab: _, ...paradigm } }) => paradigms.createParadigm(ctx.grant, paradigm)),

  saveVersion: labProcedure("paradigm:create")
    .input(paradigmSaveInput)
    .output(paradigmSummary)
    .mutation(({ ctx, input: { lab: _, ...version } }) => paradigms.saveVersion(ctx.grant, version)),
});
