import { presenceInput, presenceTold } from "../../contracts/presence";
import { placeProcedure, router } from "../trpc";
import * as presence from "./service";

export const presenceRouter = router({
  tell: placeProcedure("lab:read")
    .input(presenceInput)
    .output(presenceTold)
    .mutation(({ ctx, input: { lab: _, ...look } }) => presence.tellPresence(ctx.grant, look)),
});
