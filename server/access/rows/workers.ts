import type { ProcedureRow } from "./row";

export const workers: readonly ProcedureRow[] = [{ name: "workers.list", access: "worker:read" }];
