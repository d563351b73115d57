import { rowsOf } from "../../contracts/list";
import {
  publicationDetail,
  publicationHistoryInput,
  publicationListInput,
  publicationPreview,
  publicationPreviewInput,
  publicationRef,
  publicationSummary,
  publicationVersion,
  publicationWishes,
  publicationWishInput,
  publishInput,
  withdrawInput,
} from "../../contracts/publication";
import { labProcedure, router } from "../trpc";
import * as publications from "./service";

export const publicationsRouter = router({
  list: labProcedure("publication:read")
    .input(publicationListInput)
    .output(rowsOf(publicationSummary))
    .query(({ ctx, input: { lab: _, ...asked } }) => publications.listPublications(ctx.grant, asked)),

  get: labProcedure("publication:read")
    .input(publicationRef)
    .output(publicationDetail)
    .query(({ ctx, input }) => publications.getPublication(ctx.grant, input.id)),

  history: labProcedure("publication:read")
    .input(publicationHistoryInput)
    .output(rowsOf(publicationVersion))
    .query(({ ctx, input: { id, ...paging } }) => publications.listVersions(ctx.grant, id, paging)),

  preview: labProcedure("publication:publish")
    .input(publicationPreviewInput)
    .output(publicationPreview)
    .query(({ ctx, input }) => publications.preview(ctx.grant, input)),

  publish: labProcedure("publication:publish")
    .input(publishInput)
    .output(publicationSummary)
    .mutation(({ ctx, input: { lab: _, ...input } }) => publications.publish(ctx.grant, input)),

  withdraw: labProcedure("publication:publish")
    .input(withdrawInput)
    .output(publicationSummary)
    .mutation(({ ctx, input }) => publications.withdraw(ctx.grant, input)),

  restore: labProcedure("publication:publish")
    .input(publicationRef)
    .output(publicationSummary)
    .mutation(({ ctx, input }) => publications.restore(ctx.grant, input.id)),

  wishes: labProcedure("publication:read")
    .output(publicationWishes)
    .query(({ ctx }) => publications.getWishes(ctx.grant)),

  wish: labProcedure("publication:read")
    .input(publicationWishInput)
    .output(publicationWishes)
    .mutation(({ ctx, input }) => publications.setWish(ctx.grant, input.takesPart)),
});
