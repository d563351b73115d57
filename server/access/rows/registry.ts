import { account } from "./account";
import { activity, activityRoutes } from "./activity";
import { blind, blindRoutes } from "./blind";
import { comments } from "./comments";
import { comparisonRoutes, comparisons } from "./comparisons";
import { dashboards } from "./dashboards";
import { datasetRoutes, datasets } from "./datasets";
import { experiments } from "./experiments";
import { inbox } from "./inbox";
import { invitations } from "./invitations";
import { labArchiveRoutes, labArchives } from "./lab-archives";
import { labs } from "./labs";
import { mappings } from "./mappings";
import { models } from "./models";
import { objects } from "./objects";
import { paradigms } from "./paradigms";
import { preferences } from "./preferences";
import { presence } from "./presence";
import { shareRoutes, shares } from "./shares";
import { publicationRoutes, publications } from "./publications";
import type { ProcedureRow, RouteRow } from "./row";
import { routes } from "./routes";
import { runRoutes, runs } from "./runs";
import { search } from "./search";
import { trash } from "./trash";
import { views } from "./views";
import { uploadRoutes, uploads } from "./uploads";
import { workers } from "./workers";

/** Every row of the access contract; a procedure or route without one fails its test. */
export const procedureRows: readonly ProcedureRow[] = [
  account,
  activity,
  blind,
  comments,
  comparisons,
  dashboards,
  datasets,
  experiments,
  inbox,
  invitations,
  labArchives,
  labs,
  mappings,
  models,
  objects,
  paradigms,
  preferences,
  presence,
  publications,
  runs,
  shares,
  search,
  trash,
  views,
  uploads,
  workers,
].flat();
export const routeRows: readonly RouteRow[] = [
  routes,
  activityRoutes,
  comparisonRoutes,
  datasetRoutes,
  runRoutes,
  publicationRoutes,
  blindRoutes,
  labArchiveRoutes,
  shareRoutes,
  uploadRoutes,
].flat();
