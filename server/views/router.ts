import { z } from "zod";
import { id } from "../../contracts/lab";
import {
  savedView,
  viewChangeInput,
  viewDefaultInput,
  viewListInput,
  viewRefInput,
  viewSaveInput,
  viewShareInput,
} from "../../contracts/view";
import { labProcedure, router } from "../trpc";
import * as views from "./service";

export const viewsRouter = router({
  list: labProcedure("lab:read")
    .input(viewListInput)
    .output(z.array(savedView))
    .query(({ ctx, input }) => views.listViews(ctx.grant, input.list)),

  save: labProcedure("lab:read")
    .input(viewSaveInput)
    .output(savedView)
    .mutation(({ ctx, input: { lab: _, ...wanted } }) => views.saveView(ctx.grant, wanted)),

  change: labProcedure("lab:read")
    .input(viewChangeInput)
    .output(savedView)
    .mutation(({ ctx, input: { lab: _, ...change } }) => views.changeView(ctx.grant, change)),

  share: labProcedure("view:share")
    .input(viewShareInput)
    .output(savedView)
    .mutation(({ ctx, input }) => views.shareView(ctx.grant, input.id, input.shared)),

  remove: labProcedure("lab:read")
    .input(viewRefInput)
    .output(z.object({ id }))
    .mutation(({ ctx, input }) => views.removeView(ctx.grant, input.id)),

  setDefault: labProcedure("lab:read")
    .input(viewDefaultInput)
    .output(z.array(savedView))
    .mutation(({ ctx, input }) => views.setDefaultView(ctx.grant, input.list, input.view)),
});
