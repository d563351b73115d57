import { mappingRefInput, mappingSaveInput, savedMapping } from "../../contracts/mapping";
import { labProcedure, router } from "../trpc";
import * as mappings from "./service";

export const mappingsRouter = router({
  save: labProcedure("dataset:create")
    .input(mappingSaveInput)
    .output(savedMapping)
    .mutation(({ ctx, input: { lab: _, ...wanted } }) => mappings.saveMapping(ctx.grant, wanted)),

  remove: labProcedure("dataset:create")
    .input(mappingRefInput)
    .mutation(({ ctx, input }) => mappings.removeMapping(ctx.grant, input.mappingId)),
});
