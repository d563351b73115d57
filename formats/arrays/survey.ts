import { Codes, codeIn, codedFields, askGroups, type Meanings } from "../codes";
import type { Reading } from "../reader";
import { framesOf, type Frame } from "./frames";
import type { ArrayRole } from "./guess";
import type { ArrayMapping } from "./mapping";
import type { ArrayFile, Wanted } from "./model";
import { listOf, single } from "./per-trial";
import type { About } from "./places";

/** Whose the recordings are, and which codes they have. */

const identity = ["subject", "session", "group", "sex", "genotype"] as const;

export interface Identity extends About {
  readonly subject: string;
  readonly session: string;
}

/** What one recording is of, before its numbers are looked at. */
export function identityOf(frame: Frame, { roles, recordIs }: ArrayMapping, alone: string): Identity {
  const of = (role: ArrayRole) =>
    roles[role] === undefined ? null : single(roles[role], frame.values.get(roles[role]));
  const record = frame.number === null ? null : String(frame.number);
  return {
    subject: of("subject") ?? (record && recordIs === "subject" ? `record ${record}` : alone),
    session: of("session") ?? (record && recordIs === "session" ? record : "1"),
    group: of("group") ?? "",
    sex: of("sex")?.slice(0, 40) ?? null,
    genotype: of("genotype"),
  };
}

export interface Known {
  readonly abouts: ReadonlyMap<string, About>;
  readonly meanings: Meanings;
}

/** Passes over all recordings for who they are of and which codes they have, which must be known before any part. */
export async function survey(
  reading: Reading,
  file: ArrayFile,
  mapping: ArrayMapping,
  alone: string,
): Promise<Known> {
  const { notes } = reading;
  const { roles } = mapping;
  const called = codedFields.flatMap((field) => (roles[field] === undefined ? [] : [[field, roles[field]]]));
  const codes = new Codes(Object.fromEntries(called));
  const abouts = new Map<string, About>();
  const paths = [...identity, ...codedFields].flatMap((role) => roles[role] ?? []);
  const wanted: Wanted = new Map(paths.map((own) => [own, "double"]));
  for await (const frame of framesOf(file, mapping, wanted)) {
    const own = identityOf(frame, mapping, alone);
    const subjects = listOf(frame.values, roles.subject);
    const groups = listOf(frame.values, roles.group);
    const names = subjects ? Array.from({ length: subjects.length }, (_, at) => subjects.text(at)) : [];
    for (const [at, name] of (names.length > 1 ? names : [own.subject]).entries()) {
      const before = abouts.get(name ?? "unnamed");
      const group = own.group || (groups && groups.length > 1 ? (groups.text(at) ?? "") : "");
      abouts.set(name ?? "unnamed", {
        group: before?.group || group,
        sex: before?.sex ?? own.sex,
        genotype: before?.genotype ?? own.genotype,
      });
    }
    for (const field of codedFields) {
      const list = listOf(frame.values, roles[field]);
      for (let at = 0; at < (list?.length ?? 0); at++) codes.note(field, codeIn(list!.text(at) ?? ""));
    }
  }
  if (roles.group === undefined) {
    const groupOf = askGroups(notes, [...abouts.keys()]);
    for (const [subject, own] of abouts) abouts.set(subject, { ...own, group: groupOf(subject) });
  }
  return { abouts, meanings: codes.meanings(notes) };
}
