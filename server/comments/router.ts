import { z } from "zod";
import {
  audience,
  audienceInput,
  commentHistoryView,
  commentRef,
  editInput,
  muteInput,
  reactInput,
  replyInput,
  resolveInput,
  restoreInput,
  threadAlone,
  threadInput,
  threadStartInput,
  threadsInput,
  threadsView,
  written,
} from "../../contracts/comment";
import { id } from "../../contracts/lab";
import { placeProcedure, router } from "../trpc";
import * as comments from "./service";

const changedThread = z.object({ thread: id });

export const commentsRouter = router({
  threads: placeProcedure("comment:read")
    .input(threadsInput)
    .output(threadsView)
    .query(({ ctx, input }) => comments.listThreads(ctx.grant, input)),

  thread: placeProcedure("comment:read")
    .input(threadInput)
    .output(threadAlone)
    .query(({ ctx, input }) => comments.getThread(ctx.grant, input)),

  history: placeProcedure("comment:read")
    .input(commentRef)
    .output(commentHistoryView)
    .query(({ ctx, input }) => comments.listHistory(ctx.grant, input.comment)),

  audience: placeProcedure("comment:create")
    .input(audienceInput)
    .output(audience)
    .query(({ ctx, input }) => comments.listAudience(ctx.grant, input)),

  start: placeProcedure("comment:create")
    .input(threadStartInput)
    .output(written)
    .mutation(({ ctx, input }) => comments.startThread(ctx.grant, input)),

  reply: placeProcedure("comment:create")
    .input(replyInput)
    .output(written)
    .mutation(({ ctx, input }) => comments.reply(ctx.grant, input)),

  edit: placeProcedure("comment:create")
    .input(editInput)
    .output(written)
    .mutation(({ ctx, input }) => comments.editComment(ctx.grant, input)),

  setDeleted: placeProcedure("comment:create")
    .input(restoreInput)
    .output(written)
    .mutation(({ ctx, input }) => comments.setDeleted(ctx.grant, input.comment, input.deleted)),

  react: placeProcedure("comment:create")
    .input(reactInput)
    .output(written)
    .mutation(({ ctx, input }) => comments.react(ctx.grant, input)),

  resolve: placeProcedure("comment:create")
    .input(resolveInput)
    .output(changedThread)
    .mutation(({ ctx, input }) => comments.resolveThread(ctx.grant, input.thread, input.resolved)),

  mute: placeProcedure("comment:read")
    .input(muteInput)
    .output(changedThread)
    .mutation(({ ctx, input }) => comments.muteThread(ctx.grant, input.thread, input.muted)),
});
