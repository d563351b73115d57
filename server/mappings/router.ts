import { z } from "zod";
import { mappingListInput, mappingRefInput, mappingSaveInput, savedMapping } from "../../contracts/mapping";
import { labProcedure, router } from "../trpc";
import * as mappings from "./service";

export const mappingsRouter = router({
  list: labProcedure("dataset:create")
    .input(mappingListInput)
    .output(z.array(savedMapping))
    .query(({ ctx, input }) => mappings.listMappings(ctx.grant, input.layout)),

  save: labProcedure("dataset:create")
    .input(mappingSaveInput)
    .output(savedMapping)
    .mutation(({ ctx, input: { lab: _, ...wanted } }) => mappings.saveMapping(ctx.grant, wanted)),

  remove: labProcedure("dataset:create")
    .input(mappingRefInput)
    .mutation(({ ctx, input }) => mappings.removeMapping(ctx.grant, input.mappingId)),
});
