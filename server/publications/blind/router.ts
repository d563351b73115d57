import { z } from "zod";
import {
  blindAnswerInput,
  blindConversation,
  blindCopy,
  blindCreateInput,
  blindLink,
  blindLinkInput,
  blindLinkRef,
  blindListInput,
  blindMade,
  blindPreview,
  blindPreviewInput,
} from "../../../contracts/blind";
import { labProcedure, router } from "../../trpc";
import * as blind from "./service";

/** What a lab does with its blind copies; reviewers have no procedure, only the pages of their link. */
export const blindRouter = router({
  list: labProcedure("publication:read")
    .input(blindListInput)
    .output(z.array(blindCopy))
    .query(({ ctx, input }) => blind.listCopies(ctx.grant, input.dashboard)),

  preview: labProcedure("publication:publish")
    .input(blindPreviewInput)
    .output(blindPreview)
    .query(({ ctx, input: { lab: _, ...input } }) => blind.previewCopy(ctx.grant, input)),

  create: labProcedure("publication:publish")
    .input(blindCreateInput)
    .output(blindMade)
    .mutation(({ ctx, input: { lab: _, ...input } }) => blind.createCopy(ctx.grant, input)),

  addLink: labProcedure("publication:publish")
    .input(blindLinkInput)
    .output(blindMade)
    .mutation(({ ctx, input }) => blind.addLink(ctx.grant, input)),

  revoke: labProcedure("publication:publish")
    .input(blindLinkRef)
    .output(blindLink)
    .mutation(({ ctx, input }) => blind.revokeLink(ctx.grant, input.link)),

  conversation: labProcedure("publication:read")
    .input(blindLinkRef)
    .output(blindConversation)
    .query(({ ctx, input }) => blind.conversation(ctx.grant, input.link)),

  answer: labProcedure("publication:publish")
    .input(blindAnswerInput)
    .output(blindConversation)
    .mutation(({ ctx, input: { lab: _, ...input } }) => blind.answer(ctx.grant, input)),
});
