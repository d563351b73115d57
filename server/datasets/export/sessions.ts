import type { DatasetVersion } from "../../../contracts/dataset";
import type { DatasetSelection } from "../../../contracts/export";
import type { Reader } from "../../access/grant";
import { notFound } from "../../errors";
import { listSessions } from "../store";

/** A session that is asked for. */
export interface ExportedSession {
  readonly subject: string;
  readonly group: string;
  readonly sex: string | null;
  readonly genotype: string | null;
  readonly index: number;
  readonly name: string;
  readonly date: string | null;
  /** Of the signals asked for, those that it has. */
  readonly signals: readonly string[];
}

/** What of a version is asked for. */
export interface Exported {
  readonly version: DatasetVersion;
  readonly sessions: readonly ExportedSession[];
  readonly signals: DatasetVersion["signals"];
}

/** Throws not-found for a subject, group or signal that the version does not have. */
export async function exportedOf(
  grant: Reader,
  version: DatasetVersion,
  { subjects, groups, signals }: DatasetSelection,
): Promise<Exported> {
  const all = await listSessions(grant, version.id);
  requireAll("subject", subjects, new Set(all.map(({ subject }) => subject)));
  requireAll("group", groups, new Set(all.map(({ group }) => group)));
  requireAll("signal", signals, new Set(version.signals.map(({ name }) => name)));
  const wanted = version.signals.filter(({ name }) => signals.length === 0 || signals.includes(name));
  const names = new Set(wanted.map(({ name }) => name));
  return {
    version,
    signals: wanted,
    sessions: all
      .filter(
        ({ subject, group }) =>
          (subjects.length === 0 || subjects.includes(subject)) &&
          (groups.length === 0 || groups.includes(group)),
      )
      .map(({ subject, group, sex, genotype, index, session, date, signals: own }) => ({
        ...{ subject, group, sex, genotype, index, name: session, date },
        signals: own.filter((name) => names.has(name)),
      })),
  };
}

function requireAll(thing: string, asked: readonly string[], there: ReadonlySet<string>): void {
  for (const name of asked) if (!there.has(name)) throw notFound(thing, name);
}
