import { execFileSync, spawnSync } from "node:child_process";
import { me } from "../lib/paths.mjs";
import { Trouble, say } from "../lib/report.mjs";

function idOf(flag, user) {
  try {
    return Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return undefined;
  }
}

/** PostgreSQL refuses to run as root: started by root, it runs as `postgres`, or as `phasic`, made for the purpose. */
function unprivileged() {
  const user = ["postgres", "phasic"].find((name) => idOf("-u", name) !== undefined) ?? "phasic";
  if (idOf("-u", user) === undefined) {
    say("PostgreSQL does not run as root: adding the system user phasic for it");
    const { status } = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", user]);
    if (status !== 0)
      throw new Trouble(
        "PostgreSQL does not run as root, and there is no other user for it.",
        "Run Phasic as an ordinary user, or add a system user named phasic.",
      );
  }
  return { uid: idOf("-u", user), gid: idOf("-g", user) };
}

/** As whom, and with which environment, PostgreSQL's programs run. */
export function makeRunner() {
  const ids = me === 0 && process.geteuid ? unprivileged() : {};
  // nothing of PGDATA, PGPORT, PGOPTIONS and the like may reach our server
  const env = { PATH: process.env.PATH, HOME: "/", LC_ALL: "C", TZ: "UTC" };
  return {
    owner: ids.uid ?? me,
    run: (program, args, options = {}) =>
      spawnSync(program, args, { encoding: "utf8", cwd: "/", env, timeout: 120_000, ...ids, ...options }),
    canReach: (file) =>
      ids.uid === undefined || spawnSync("test", ["-x", file], { ...ids, cwd: "/" }).status === 0,
  };
}
