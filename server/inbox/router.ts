import {
  inboxAllRead,
  inboxCount,
  inboxListInput,
  inboxMarkInput,
  inboxMetInput,
  inboxPage,
  inboxReadAllInput,
  inboxUndoInput,
} from "../../contracts/inbox";
import { router, userProcedure } from "../trpc";
import * as inbox from "./service";

export const inboxRouter = router({
  list: userProcedure
    .input(inboxListInput)
    .output(inboxPage)
    .query(({ ctx, input }) => inbox.listInbox(ctx.grant, input)),

  count: userProcedure.output(inboxCount).query(({ ctx }) => inbox.countUnread(ctx.grant)),

  mark: userProcedure
    .input(inboxMarkInput)
    .output(inboxCount)
    .mutation(({ ctx, input }) => inbox.mark(ctx.grant, input.items, input.read)),

  met: userProcedure
    .input(inboxMetInput)
    .output(inboxCount)
    .mutation(({ ctx, input }) => inbox.markMet(ctx.grant, input.comment)),

  readAll: userProcedure
    .input(inboxReadAllInput)
    .output(inboxAllRead)
    .mutation(({ ctx, input }) => inbox.readAll(ctx.grant, input.kind ?? null)),

  unreadAll: userProcedure
    .input(inboxUndoInput)
    .output(inboxCount)
    .mutation(({ ctx, input }) => inbox.unreadAll(ctx.grant, input.at)),
});
