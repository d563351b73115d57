import type { RecordingPart } from "@/contracts/recording";

/** Who and when, declared when they are first met: a subject may come back in a later element of a struct array. */

export interface Place {
  readonly subject: string;
  readonly session: number;
}
export interface About {
  readonly group: string;
  readonly sex: string | null;
  readonly genotype: string | null;
}

export class Register {
  private readonly subjects = new Map<string, Map<string, number>>();

  constructor(private readonly aboutOf: (subject: string) => About) {}

  /** The place of a session, and the parts that declare it. Sessions named by whole numbers keep them as their index. */
  place(subject: string, session: string): { readonly place: Place; readonly parts: RecordingPart[] } {
    const parts: RecordingPart[] = [];
    let sessions = this.subjects.get(subject);
    if (!sessions) {
      sessions = new Map();
      this.subjects.set(subject, sessions);
      parts.push({ kind: "subjects", subjects: [{ id: subject, ...this.aboutOf(subject) }] });
    }
    let index = sessions.get(session);
    if (index === undefined) {
      const taken = new Set(sessions.values());
      const own = /^(0|[1-9]\d{0,8})$/.test(session) ? Number(session) : NaN;
      index = own;
      if (Number.isNaN(own) || taken.has(own)) for (index = 1; taken.has(index);) index++;
      sessions.set(session, index);
      const date = /^\d{4}-\d\d-\d\d/.test(session) ? session.slice(0, 40) : null;
      parts.push({ kind: "sessions", sessions: [{ subject, index, name: session, date }] });
    }
    return { place: { subject, session: index }, parts };
  }
}
