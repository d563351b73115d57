import { account } from "./account";
import { labs } from "./labs";
import { models } from "./models";
import { paradigms } from "./paradigms";
import type { ProcedureRow, RouteRow } from "./row";
import { routes } from "./routes";

/** Every row of the access contract; a procedure or route without one fails its test. */
export const procedureRows: readonly ProcedureRow[] = [account, labs, models, paradigms].flat();
export const routeRows: readonly RouteRow[] = [routes].flat();
