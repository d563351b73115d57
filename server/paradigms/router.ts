import { z } from "zod";
import { paradigmCreateInput, paradigmDetail, paradigmRef, paradigmSummary } from "../../contracts/paradigm";
import { labProcedure, router } from "../trpc";
import * as paradigms from "./service";

export const paradigmsRouter = router({
  list: labProcedure("paradigm:read")
    .output(z.array(paradigmSummary))
    .query(({ ctx }) => paradigms.listParadigms(ctx.grant)),

  get: labProcedure("paradigm:read")
    .input(paradigmRef)
    .output(paradigmDetail)
    .query(({ ctx, input }) => paradigms.getParadigm(ctx.grant, input.paradigmId)),

  create: labProcedure("paradigm:create")
    .input(paradigmCreateInput)
    .output(paradigmDetail)
    .mutation(({ ctx, input }) => paradigms.createParadigm(ctx.grant, input)),
});
