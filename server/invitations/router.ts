import {
  invitationAnswer,
  invitationInput,
  invitationJoinInput,
  invitationList,
  invitationListInput,
  invitationMade,
  invitationRef,
  invitationSummary,
  pendingInvitation,
} from "../../contracts/member";
import { labProcedure, publicProcedure, router, userProcedure } from "../trpc";
import * as invitations from "./service";

export const invitationsRouter = router({
  list: labProcedure("member:manage")
    .input(invitationListInput)
    .output(invitationList)
    .query(({ ctx, input: { lab: _, ...paging } }) => invitations.listInvitations(ctx.grant, paging)),

  create: labProcedure("member:manage")
    .input(invitationInput)
    .output(invitationMade)
    .mutation(({ ctx, input: { lab: _, ...wanted } }) => invitations.invite(ctx.grant, wanted)),

  revoke: labProcedure("member:manage")
    .input(invitationRef)
    .output(invitationSummary)
    .mutation(({ ctx, input }) => invitations.revokeInvitation(ctx.grant, input.id)),

  pending: publicProcedure
    .output(pendingInvitation)
    .query(({ ctx }) => invitations.pendingInvitation(ctx.grant, ctx.links, ctx.user)),

  accept: userProcedure
    .output(invitationAnswer)
    .mutation(({ ctx }) => invitations.acceptInvitation(ctx.grant, ctx.links, ctx.user)),

  join: userProcedure
    .input(invitationJoinInput)
    .output(invitationAnswer)
    .mutation(({ ctx, input }) => invitations.joinInvited(ctx.grant, input.id, ctx.user)),
});
