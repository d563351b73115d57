import { z } from "zod";
import { labCreated, labCreateInput, labSummary, memberSummary } from "../../contracts/lab";
import { rowsOf } from "../../contracts/list";
import {
  labDeletionInput,
  labRenameInput,
  memberListInput,
  memberRef,
  memberRoleInput,
} from "../../contracts/member";
import { openLab } from "../accounts/service";
import { labProcedure, router, userProcedure } from "../trpc";
import * as labs from "./service";

export const labsRouter = router({
  get: labProcedure("lab:read")
    .output(labSummary)
    .query(({ ctx }) => labs.getLab(ctx.grant)),

  members: labProcedure("member:read")
    .input(memberListInput)
    .output(rowsOf(memberSummary))
    .query(({ ctx, input: { lab: _, ...paging } }) => labs.listMembers(ctx.grant, paging)),

  setRole: labProcedure("member:manage")
    .input(memberRoleInput)
    .output(z.void())
    .mutation(({ ctx, input }) => labs.changeRole(ctx.grant, input.userId, input.role)),

  removeMember: labProcedure("member:manage")
    .input(memberRef)
    .output(z.void())
    .mutation(({ ctx, input }) => labs.removeMember(ctx.grant, input.userId)),

  transfer: labProcedure("lab:manage")
    .input(memberRef)
    .output(z.void())
    .mutation(({ ctx, input }) => labs.transferLab(ctx.grant, input.userId)),

  leave: labProcedure("lab:read")
    .output(z.void())
    .mutation(({ ctx }) => labs.leaveLab(ctx.grant)),

  rename: labProcedure("lab:manage")
    .input(labRenameInput)
    .output(labSummary)
    .mutation(({ ctx, input }) => labs.renameLab(ctx.grant, input.name)),

  startDeletion: labProcedure("lab:manage")
    .input(labDeletionInput)
    .output(labSummary)
    .mutation(({ ctx, input }) => labs.startDeletion(ctx.grant, input.name)),

  stopDeletion: labProcedure("lab:manage")
    .output(labSummary)
    .mutation(({ ctx }) => labs.stopDeletion(ctx.grant)),

  create: userProcedure
    .input(labCreateInput)
    .output(labCreated)
    .mutation(({ ctx, input }) => openLab(ctx.grant, input)),
});
