import { parseArgs } from "node:util";
import { UsageError } from "./usage";

const help = `phasic account: accounts of this server, for whoever runs it

  phasic account reset <e-mail>   makes a one-time link by which its owner chooses a new password`;

/** `phasic account reset`: for the first owner, whom nobody else can help. The only command that needs the database. */
export async function account(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: { help: { type: "boolean", short: "h" } },
  });
  const [deed, email, ...rest] = positionals;
  if (values.help || deed === undefined) return console.log(help);
  if (deed !== "reset" || email === undefined || rest.length > 0) throw new UsageError(help);
  // only here, so that every other command runs without database and settings
  const { makeResetLinkFor } = await import("../server/accounts/service");
  const { closeDb } = await import("../server/db");
  try {
    const { name, url, expiresAt } = await makeResetLinkFor(email.trim().toLowerCase());
    console.log(
      `A new password for ${name}. The link works once, until ${expiresAt.toISOString()}:\n\n  ${url}\n`,
    );
  } finally {
    await closeDb();
  }
}
