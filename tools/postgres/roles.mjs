import { readPrivate, secret } from "../lib/paths.mjs";

export const APP = "phasic";

export const addressOf = (cluster, database = APP) => {
  const password = readPrivate(cluster.files.appPassword).trim();
  return `postgresql://${APP}:${password}@127.0.0.1:${cluster.port}/${database}`;
};

/**
 * The application's role: no superuser, owner of its own database and of nothing else. Writing migrations needs
 * scratch databases, so contributors get `createdb`, and running Phasic takes it away again.
 */
export async function provision(cluster, { contributor }) {
  const password = secret(cluster.files.appPassword);
  const admin = await cluster.admin();
  try {
    const { rowCount: hasRole } = await admin.query("SELECT FROM pg_roles WHERE rolname = $1", [APP]);
    if (!hasRole) await admin.query(`CREATE ROLE ${APP}`);
    const createdb = contributor ? "CREATEDB" : cluster.adopted ? "" : "NOCREATEDB";
    await admin.query(
      `ALTER ROLE ${APP} LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS ${createdb} PASSWORD '${password}'`,
    );
    const { rowCount: hasDatabase } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [APP]);
    if (!hasDatabase) await admin.query(`CREATE DATABASE ${APP} OWNER ${APP}`);
    await admin.query(`REVOKE ALL ON DATABASE ${APP}, postgres FROM PUBLIC`);
  } finally {
    await admin.end();
  }
}
