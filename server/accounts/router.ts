import { accountSummary, signedUp, signUpInput } from "../../contracts/lab";
import { publicProcedure, router, userProcedure } from "../trpc";
import * as accounts from "./service";

export const accountRouter = router({
  me: userProcedure.output(accountSummary).query(({ ctx }) => accounts.me(ctx.grant, ctx.user)),

  signUp: publicProcedure
    .input(signUpInput)
    .output(signedUp)
    .mutation(({ ctx, input }) => accounts.signUp(ctx.grant, input, ctx.address)),
});
