import { z } from "zod";
import { labCreated, labCreateInput, labSummary, memberSummary } from "../../contracts/lab";
import { openLab } from "../accounts/service";
import { labProcedure, router, userProcedure } from "../trpc";
import * as labs from "./service";

export const labsRouter = router({
  get: labProcedure("lab:read")
    .output(labSummary)
    .query(({ ctx }) => labs.getLab(ctx.grant)),

  members: labProcedure("member:read")
    .output(z.array(memberSummary))
    .query(({ ctx }) => labs.listMembers(ctx.grant)),

  create: userProcedure
    .input(labCreateInput)
    .output(labCreated)
    .mutation(({ ctx, input }) => openLab(ctx.grant, input.name)),
});
