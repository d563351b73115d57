import {
  dashboardCreateInput,
  dashboardDraft,
  dashboardDraftInput,
  dashboardHistory,
  dashboardHistoryInput,
  dashboardListInput,
  dashboardRefInput,
  dashboardResolveInput,
  dashboardRestoreInput,
  dashboardSaveInput,
  dashboardSummary,
  dashboardVersionDetail,
  dashboardVersionInput,
  dashboardView,
  dashboardViewInput,
  draftSaved,
  resolvedPanels,
} from "../../contracts/dashboard";
import { pageOf } from "../../contracts/list";
import { labProcedure, placeProcedure, router } from "../trpc";
import * as dashboards from "./service";

export const dashboardsRouter = router({
  list: placeProcedure("dashboard:read")
    .input(dashboardListInput)
    .output(pageOf(dashboardSummary))
    .query(({ ctx, input: { lab: _, ...question } }) => dashboards.listDashboards(ctx.grant, question)),

  view: placeProcedure("dashboard:read")
    .input(dashboardViewInput)
    .output(dashboardView)
    .query(({ ctx, input }) => dashboards.viewDashboard(ctx.grant, input)),

  history: labProcedure("dashboard:read")
    .input(dashboardHistoryInput)
    .output(dashboardHistory)
    .query(({ ctx, input: { id, ...paging } }) => dashboards.getHistory(ctx.grant, id, paging)),

  version: labProcedure("dashboard:read")
    .input(dashboardVersionInput)
    .output(dashboardVersionDetail)
    .query(({ ctx, input }) => dashboards.getVersion(ctx.grant, input.id, input.number)),

  resolve: labProcedure("dashboard:read")
    .input(dashboardResolveInput)
    .output(resolvedPanels)
    .query(({ ctx, input }) => dashboards.readPanels(ctx.grant, input)),

  draft: labProcedure("dashboard:create")
    .input(dashboardRefInput)
    .output(dashboardDraft)
    .query(({ ctx, input }) => dashboards.getDraft(ctx.grant, input.id)),

  create: labProcedure("dashboard:create")
    .input(dashboardCreateInput)
    .output(dashboardSummary)
    .mutation(({ ctx, input }) => dashboards.createDashboard(ctx.grant, input)),

  saveDraft: labProcedure("dashboard:create")
    .input(dashboardDraftInput)
    .output(draftSaved)
    .mutation(({ ctx, input }) => dashboards.saveDraft(ctx.grant, input)),

  save: labProcedure("dashboard:create")
    .input(dashboardSaveInput)
    .output(dashboardSummary)
    .mutation(({ ctx, input }) => dashboards.saveVersion(ctx.grant, input)),

  restore: labProcedure("dashboard:create")
    .input(dashboardRestoreInput)
    .output(dashboardSummary)
    .mutation(({ ctx, input }) => dashboards.restoreVersion(ctx.grant, input)),
});
