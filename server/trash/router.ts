import { z } from "zod";
import { pageOf } from "../../contracts/list";
import { trashed, trashInput, trashListInput, trashPlaceInput } from "../../contracts/trash";
import { labProcedure, placeProcedure, router } from "../trpc";
import * as trash from "./service";

export const trashRouter = router({
  list: labProcedure("lab:read")
    .input(trashListInput)
    .output(pageOf(trashed))
    .query(({ ctx, input: { lab: _, ...question } }) => trash.listTrash(ctx.grant, question)),

  get: placeProcedure("lab:read")
    .input(trashPlaceInput)
    .output(trashed.nullable())
    .query(({ ctx, input }) => trash.getTrashed(ctx.grant, input.ref)),

  put: labProcedure("object:trash")
    .input(trashInput)
    .output(z.void())
    .mutation(({ ctx, input }) => trash.putInTrash(ctx.grant, input.ref)),

  restore: labProcedure("object:trash")
    .input(trashInput)
    .output(z.void())
    .mutation(({ ctx, input }) => trash.restore(ctx.grant, input.ref)),
});
