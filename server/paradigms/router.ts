import { pageOf } from "../../contracts/list";
import {
  namedParadigmVersion,
  paradigmCreateInput,
  paradigmDetail,
  paradigmListInput,
  paradigmRef,
  paradigmSaveInput,
  paradigmSummary,
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
    .input(paradigmRef)
    .output(paradigmDetail)
    .query(({ ctx, input }) => paradigms.getParadigm(ctx.grant, input.paradigmId)),

  version: placeProcedure("paradigm:read")
    .input(paradigmVersionInput)
    .output(namedParadigmVersion)
    .query(({ ctx, input }) => paradigms.getVersion(ctx.grant, input.versionId)),

  create: labProcedure("paradigm:create")
    .input(paradigmCreateInput)
    .output(paradigmDetail)
    .mutation(({ ctx, input: { lab: _, ...paradigm } }) => paradigms.createParadigm(ctx.grant, paradigm)),

  saveVersion: labProcedure("paradigm:create")
    .input(paradigmSaveInput)
    .output(paradigmDetail)
    .mutation(({ ctx, input: { lab: _, ...version } }) => paradigms.saveVersion(ctx.grant, version)),
});
