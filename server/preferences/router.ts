import { digestInput, preferences, preferencesInput, tourSeenInput } from "../../contracts/preferences";
import { router, userProcedure } from "../trpc";
import * as service from "./service";

export const preferencesRouter = router({
  get: userProcedure.output(preferences).query(({ ctx }) => service.getPreferences(ctx.grant)),

  set: userProcedure
    .input(preferencesInput)
    .output(preferences)
    .mutation(({ ctx, input }) => service.setSingleKeys(ctx.grant, input.singleKeys)),

  setDigest: userProcedure
    .input(digestInput)
    .output(preferences)
    .mutation(({ ctx, input }) => service.setDigest(ctx.grant, input)),

  tourSeen: userProcedure
    .input(tourSeenInput)
    .output(preferences)
    .mutation(({ ctx, input }) => service.rememberTour(ctx.grant, input.tour)),
});
