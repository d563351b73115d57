import { z } from "zod";
import { rowsOf } from "../../contracts/list";
import { modelSummary } from "../../contracts/model";
import * as share from "../../contracts/share";
import { linksOf } from "../access/links";
import { emptyJar } from "../access/cookie";
import { labProcedure, publicProcedure, router, shareProcedure } from "../trpc";
import * as shares from "./service";

export const sharesRouter = router({
  given: labProcedure("share:read")
    .input(share.sharesGivenInput)
    .output(rowsOf(share.shareSummary))
    .query(({ ctx, input: { lab: _, ...asked } }) => shares.listGiven(ctx.grant, asked)),

  received: labProcedure("share:read")
    .input(share.sharesReceivedInput)
    .output(rowsOf(share.receivedShare))
    .query(({ ctx, input: { lab: _, ...paging } }) => shares.listReceived(ctx.grant, paging)),

  departures: labProcedure("share:read")
    .input(share.departuresInput)
    .output(rowsOf(share.departure))
    .query(({ ctx, input: { lab: _, id, ...paging } }) => shares.listDepartures(ctx.grant, id, paging)),

  offer: labProcedure("share:manage")
    .input(share.shareOfferInput)
    .output(share.shareOffered)
    .mutation(({ ctx, input: { lab: _, ...wanted } }) => shares.offer(ctx.grant, wanted)),

  change: labProcedure("share:manage")
    .input(share.shareChangeInput)
    .output(share.shareSummary)
    .mutation(({ ctx, input: { lab: _, ...wanted } }) => shares.changeTerms(ctx.grant, wanted)),

  revoke: labProcedure("share:manage")
    .input(share.shareRef)
    .output(share.shareSummary)
    .mutation(({ ctx, input }) => shares.revoke(ctx.grant, input.id)),

  accept: labProcedure("share:manage")
    .input(share.shareRef)
    .output(share.receivedShare)
    .mutation(({ ctx, input }) => shares.acceptOffer(ctx.grant, input.id)),

  acceptLink: labProcedure("share:manage")
    .output(share.shareAnswer)
    .mutation(({ ctx }) => shares.acceptLink(ctx.grant, linksOf(ctx.jar ?? emptyJar))),

  end: labProcedure("share:manage")
    .input(share.shareRef)
    .output(z.void())
    .mutation(({ ctx, input }) => shares.endShare(ctx.grant, input.id)),

  pending: publicProcedure
    .output(share.pendingShare)
    .query(({ ctx }) => shares.pendingShare(ctx.grant, ctx.links)),

  open: shareProcedure("share:read")
    .output(share.openShare)
    .query(({ ctx }) => shares.openShare(ctx.grant)),

  takeAway: shareProcedure("share:read")
    .input(share.takeAwayInput)
    .output(z.void())
    .mutation(({ ctx, input }) => shares.takeAway(ctx.grant, input.what)),

  fork: labProcedure("model:create")
    .input(share.shareForkInput)
    .output(modelSummary)
    .mutation(({ ctx, input: { lab: _, ...wanted } }) => shares.forkModel(ctx.grant, wanted)),

  origin: labProcedure("share:read")
    .input(share.originInput)
    .output(share.origin)
    .query(({ ctx, input }) => shares.originOf(ctx.grant, input.object)),
});
