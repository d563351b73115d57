import { z } from "zod";
import * as account from "../../contracts/account";
import { rowsOf } from "../../contracts/list";
import { accountSummary, signedUp, signUpInput } from "../../contracts/lab";
import { labProcedure, publicProcedure, router, userProcedure } from "../trpc";
import * as data from "./data/service";
import * as oauth from "./oauth/service";
import * as profile from "./profile/service";
import * as reset from "./reset/service";
import * as accounts from "./service";
import * as sessions from "./sessions/service";

export const accountRouter = router({
  me: userProcedure.output(accountSummary).query(({ ctx }) => accounts.me(ctx.grant, ctx.user)),

  signUp: publicProcedure
    .input(signUpInput)
    .output(signedUp)
    .mutation(({ ctx, input }) => accounts.signUp(ctx.grant, input, ctx)),

  newcomer: publicProcedure
    .output(account.newcomer.nullable())
    .query(({ ctx }) => oauth.pendingNewcomer(ctx.jar)),

  profile: userProcedure.output(account.accountProfile).query(({ ctx }) => profile.getProfile(ctx.grant)),

  updateProfile: userProcedure
    .input(account.profileInput)
    .output(account.accountProfile)
    .mutation(({ ctx, input }) => profile.updateProfile(ctx.grant, input)),

  changePassword: userProcedure
    .input(account.changePasswordInput)
    .output(z.void())
    .mutation(({ ctx, input }) => profile.changePassword(ctx.grant, input)),

  changeEmail: userProcedure
    .input(account.changeEmailInput)
    .output(account.letterSent)
    .mutation(({ ctx, input }) => profile.changeEmail(ctx.grant, input)),

  verifyEmail: userProcedure.output(account.letterSent).mutation(({ ctx }) => profile.verifyEmail(ctx.grant)),

  pendingEmail: publicProcedure
    .output(account.pendingEmail)
    .query(({ ctx }) => profile.pendingEmail(ctx.grant, ctx.links)),

  confirmEmail: publicProcedure
    .output(account.linkOutcome)
    .mutation(({ ctx }) => profile.confirmEmail(ctx.grant, ctx.links)),

  signInWays: userProcedure.output(account.signInWays).query(({ ctx }) => oauth.listWays(ctx.grant)),

  startLink: userProcedure
    .input(account.startLinkInput)
    .output(account.linkStarted)
    .mutation(({ ctx, input }) => oauth.startLink(ctx.grant, input, ctx.jar)),

  unlink: userProcedure
    .input(account.unlinkInput)
    .output(z.void())
    .mutation(({ ctx, input }) => oauth.unlink(ctx.grant, input)),

  sessions: userProcedure
    .input(account.sessionListInput)
    .output(rowsOf(account.accountSession))
    .query(({ ctx, input }) => sessions.listSessions(ctx.grant, input)),

  endSession: userProcedure
    .input(account.endSessionInput)
    .output(z.void())
    .mutation(({ ctx, input }) => sessions.endSession(ctx.grant, input.id)),

  endOtherSessions: userProcedure
    .output(z.void())
    .mutation(({ ctx }) => sessions.endOtherSessions(ctx.grant)),

  remove: userProcedure
    .input(account.proof)
    .output(z.void())
    .mutation(({ ctx, input }) => data.deleteAccount(ctx.grant, input)),

  askReset: publicProcedure
    .input(account.askResetInput)
    .output(account.resetAsked)
    .mutation(({ ctx, input }) => reset.askReset(ctx.grant, input.email, ctx.address)),

  pendingReset: publicProcedure
    .output(account.pendingReset)
    .query(({ ctx }) => reset.pendingReset(ctx.grant, ctx.links)),

  reset: publicProcedure
    .input(account.resetInput)
    .output(account.linkOutcome)
    .mutation(({ ctx, input }) => reset.reset(ctx.grant, ctx.links, input.password)),

  makeResetLink: labProcedure("member:manage")
    .input(account.makeResetLinkInput)
    .output(account.resetLink)
    .mutation(({ ctx, input }) => reset.makeResetLink(ctx.grant, input.userId)),
});
