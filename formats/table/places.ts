import path from "node:path";
import type { RecordingPart } from "@/contracts/recording";
import { inText } from "../inputs";
import type { Reading } from "../reader";
import { isGap } from "./cell";
import { askGroups } from "../codes";
import type { Mapped } from "./mapped";
import type { Row } from "./table";

/** A session of a subject, in the order in which the table first names it. */
export interface Place {
  readonly subject: string;
  readonly session: string;
  index: number;
}

interface Who {
  group: string;
  sex: string | null;
  genotype: string | null;
  readonly sessions: Map<string, Place>;
}

const mostNameLength = 200;

/** What N counts, where the column that names subjects says it. */
export function replicateOf({ roles, columns }: Mapped): string | undefined {
  const name = roles.subject === undefined ? "" : columns[roles.subject];
  return /mouse|mice/i.test(name) ? "mice" : /\brat(s|_|\b)/i.test(name) ? "rats" : undefined;
}

/** Who and when each row is of. */
export class Places {
  private readonly subjects = new Map<string, Who>();
  private readonly alone: string;
  private readonly notes: Reading["notes"];

  constructor(
    private readonly table: Mapped,
    { file, notes }: Reading,
  ) {
    this.notes = notes;
    const guess = path.parse(file.name).name.slice(0, mostNameLength) || "subject";
    const asked = { field: "subjects.id", about: "subjects", guess, input: inText() } as const;
    const question = "The table has no column that names the subject: whose recording is it?";
    this.alone = table.roles.subject === undefined ? notes.ask({ ...asked, question }) : "";
  }

  private cell({ cells }: Row, role: "subject" | "session" | "group" | "sex" | "genotype"): string | null {
    const column = this.table.roles[role];
    if (column === undefined || isGap(cells[column])) return null;
    return cells[column].trim().slice(0, mostNameLength);
  }

  of(row: Row): Place {
    const subject = this.alone || (this.cell(row, "subject") ?? "unnamed");
    let who = this.subjects.get(subject);
    if (!who) {
      who = { group: "", sex: null, genotype: null, sessions: new Map() };
      this.subjects.set(subject, who);
    }
    who.group ||= this.cell(row, "group") ?? "";
    who.sex ??= this.cell(row, "sex");
    who.genotype ??= this.cell(row, "genotype");
    const session = this.cell(row, "session") ?? "1";
    let place = who.sessions.get(session);
    if (!place) {
      place = { subject, session, index: who.sessions.size + 1 };
      who.sessions.set(session, place);
    }
    return place;
  }

  /** Declares subjects and sessions; sessions named by whole numbers keep them as their index. */
  *parts(): Generator<RecordingPart> {
    const all = [...this.subjects.values()].flatMap(({ sessions }) => [...sessions.values()]);
    if (all.every(({ session }) => /^(0|-?[1-9]\d{0,8})$/.test(session)))
      for (const place of all) place.index = Number(place.session);
    const groupOf =
      this.table.roles.group === undefined
        ? askGroups(this.notes, [...this.subjects.keys()])
        : (id: string) => this.subjects.get(id)!.group;
    yield {
      kind: "subjects",
      subjects: [...this.subjects].map(([id, { sex, genotype }]) => ({
        ...{ id, group: groupOf(id), sex, genotype },
      })),
    };
    yield {
      kind: "sessions",
      sessions: all.map(({ subject, session, index }) => ({
        ...{ subject, index, name: session },
        date: /^\d{4}-\d\d-\d\d/.test(session) ? session.slice(0, 40) : null,
      })),
    };
  }
}
