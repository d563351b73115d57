import pg from "pg";

/** `schema-engine cli can-connect-to-database | create-database | drop-database`: exits the process. */
export async function administer(command, connection) {
  const name = connection.database;
  const client = new pg.Client({
    ...connection,
    database: command === "can-connect-to-database" ? name : "postgres",
  });
  try {
    await client.connect();
    if (command === "create-database") await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    if (command === "drop-database")
      await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`);
    await client.end();
    process.exit(0);
  } catch (error) {
    // the command line reads the last line of a log in which the first line is not an error
    const error_code = { "3D000": "P1003", "28P01": "P1000" }[error.code] ?? "P1001";
    const message = error.message || String(error.code ?? error);
    const lines = [
      { level: "INFO", target: "schema_engine", fields: { message: "start" } },
      { level: "ERROR", target: "schema_engine::logger", fields: { error_code, message } },
    ];
    process.stderr.write(lines.map((line) => JSON.stringify(line)).join("\n"), () => process.exit(1));
    await new Promise(() => {});
  }
}
