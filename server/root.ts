import { accountRouter } from "./accounts/router";
import { activityRouter } from "./activity/router";
import { commentsRouter } from "./comments/router";
import { comparisonsRouter } from "./comparisons/router";
import { dashboardsRouter } from "./dashboards/router";
import { datasetsRouter } from "./datasets/router";
import { experimentsRouter } from "./experiments/router";
import { inboxRouter } from "./inbox/router";
import { invitationsRouter } from "./invitations/router";
import { labArchivesRouter } from "./lab-archives/router";
import { labsRouter } from "./labs/router";
import { mappingsRouter } from "./mappings/router";
import { modelsRouter } from "./models/router";
import { objectsRouter } from "./objects/router";
import { paradigmsRouter } from "./paradigms/router";
import { preferencesRouter } from "./preferences/router";
import { blindRouter } from "./publications/blind/router";
import { publicationsRouter } from "./publications/router";
import { presenceRouter } from "./presence/router";
import { runsRouter } from "./runs/router";
import { searchRouter } from "./search/router";
import { sharesRouter } from "./shares/router";
import { trashRouter } from "./trash/router";
import { router } from "./trpc";
import { viewsRouter } from "./views/router";
import { uploadsRouter } from "./uploads/router";
import { workersRouter } from "./workers/router";

/** Every procedure there is. One noun, one router; a procedure without a row in server/access/rows fails a test. */
export const appRouter = router({
  account: accountRouter,
  activity: activityRouter,
  blind: blindRouter,
  comments: commentsRouter,
  comparisons: comparisonsRouter,
  dashboards: dashboardsRouter,
  datasets: datasetsRouter,
  experiments: experimentsRouter,
  inbox: inboxRouter,
  invitations: invitationsRouter,
  labArchives: labArchivesRouter,
  labs: labsRouter,
  mappings: mappingsRouter,
  models: modelsRouter,
  objects: objectsRouter,
  paradigms: paradigmsRouter,
  preferences: preferencesRouter,
  publications: publicationsRouter,
  presence: presenceRouter,
  runs: runsRouter,
  shares: sharesRouter,
  search: searchRouter,
  trash: trashRouter,
  views: viewsRouter,
  uploads: uploadsRouter,
  workers: workersRouter,
});
export type AppRouter = typeof appRouter;
