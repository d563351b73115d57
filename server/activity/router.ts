import { activityInput, entryPage, logInput, logPeople } from "../../contracts/activity";
import { labProcedure, router } from "../trpc";
import * as activity from "./service";

export const activityRouter = router({
  list: labProcedure("lab:read")
    .input(activityInput)
    .output(entryPage)
    .query(({ ctx, input }) => activity.listActivity(ctx.grant, input)),

  log: labProcedure("audit:read")
    .input(logInput)
    .output(entryPage)
    .query(({ ctx, input: { lab: _, limit, cursor, ...filter } }) =>
      activity.listLog(ctx.grant, filter, { limit, cursor }),
    ),

  people: labProcedure("audit:read")
    .output(logPeople)
    .query(({ ctx }) => activity.listPeople(ctx.grant)),
});
