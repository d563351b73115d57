import { subjectKey } from "@/contracts/experiment";
import type { Subject } from "@/engine/run-spec";
import { describeSubject } from "@/engine/subject";

export const referenceSubjects = (count: number): Subject[] =>
  Array.from({ length: count }, (_, index) => describeSubject(index));

/** The next `count` subjects in the order of the reference that are not in the list yet. */
export function nextSubjects(list: readonly Subject[], count: number): Subject[] {
  const taken = new Set(list.map(subjectKey));
  const next: Subject[] = [];
  for (let index = 0; next.length < count; index++) {
    const subject = describeSubject(index);
    if (!taken.has(subjectKey(subject))) next.push(subject);
  }
  return next;
}

/** A list in which no network stands twice: a replicate counts once. The later line wins its tau_trans. */
export function merged(list: readonly Subject[], added: readonly Subject[]): Subject[] {
  const byKey = new Map([...list, ...added].map((subject) => [subjectKey(subject), subject]));
  return [...byKey.values()];
}
