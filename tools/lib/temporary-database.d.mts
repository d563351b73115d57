export interface TemporaryDatabase {
  /** address of the migrated database, for the application's role */
  template: string;
  /** address of database `postgres`, for the superuser */
  admin: string;
  /** name of the application's role */
  owner: string;
  stop(): Promise<void>;
}

export function startTemporaryDatabase(): Promise<TemporaryDatabase>;
