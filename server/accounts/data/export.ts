import type { UserGrant } from "../../access/grant";
import { type Entry, zipOf } from "../../archive/service";
import { requireOwnAccount } from "../confirm";
import { attempt } from "../../limits/service";
import { getProfile } from "../profile/service";
import { personalColumns } from "./personal";
import * as store from "./store";

const pageSize = 500;

/** Rows as a JSON array, one a line, read a page at a time. */
async function* jsonOf(
  read: (page: { from: number; limit: number }) => Promise<readonly unknown[]>,
): AsyncGenerator<string> {
  yield "[";
  for (let from = 0; ; from += pageSize) {
    const rows = await read({ from, limit: pageSize });
    if (rows.length > 0)
      yield (from === 0 ? "\n" : ",\n") + rows.map((row) => JSON.stringify(row)).join(",\n");
    if (rows.length < pageSize) break;
  }
  yield "\n]\n";
}

/**
 * All that this server knows of whoever asks, as a zip archive that is made while it is read: one JSON file per kind, and a
 * README that says what is in each. Throws too-many, and forbidden for the demonstration's account.
 */
export async function exportData(grant: UserGrant, now = new Date()): Promise<ReadableStream<Uint8Array>> {
  requireOwnAccount((await getProfile(grant)).email);
  await attempt("export-user", grant.userId);
  const files = personalColumns.flatMap((column) =>
    column.file === null
      ? []
      : [
          {
            name: column.file,
            says: column.says,
            bytes: () => jsonOf((page) => store.readRows(grant, column, page)),
          },
        ],
  );
  files.push(
    {
      ...{ name: "labs.json", says: "The labs of memberships.json, with their names." },
      bytes: () => jsonOf(async ({ from }) => (from === 0 ? store.readLabs(grant) : [])),
    },
    {
      ...{ name: "comment-edits.json", says: "Earlier texts of your comments." },
      bytes: () => jsonOf((page) => store.readEarlierTexts(grant, page)),
    },
  );
  files.sort((one, other) => one.name.localeCompare(other.name, "en"));
  const entries: Entry[] = [
    { name: "README.md", bytes: () => [readme(files, now)], compress: true },
    ...files.map(({ name, bytes }) => ({ name, bytes, compress: true })),
  ];
  return zipOf(entries, now);
}

const readme = (files: readonly { readonly name: string; readonly says: string }[], now: Date): string =>
  `# Your data in Phasic

Made ${now.toISOString()}. Each file is a JSON array with one object for each row; times are UTC; ids that end in "Id" name
rows of other files, or of your labs.

What you made in a lab belongs to the lab: it is here as long as you are a member of it, and stays there when you leave or
delete your account, under a pseudonym then. Files of recordings and results of runs are taken away on their own pages.

${files.map(({ name, says }) => `- **${name}**: ${says}`).join("\n")}
`;
