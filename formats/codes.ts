import { inBoolean, inRecord, inText, inTextOrNone } from "./inputs";
import type { Asked, Notes } from "./reader";
import { quoted } from "./refusal";
import { isGap, numberIn, truthIn } from "./table/cell";
import { hasCue, isOmission, isUnpaired } from "./trial-types";

/** What the codes of trials mean: files write 0, 1 and 2 where they mean cued, uncued and omitted. */

const words = ["type", "cue"] as const;
const truths = ["omitted", "stimulated", "excluded"] as const;
type WordField = (typeof words)[number];
type TruthField = (typeof truths)[number];
export type CodedField = WordField | TruthField;
export const codedFields: readonly CodedField[] = [...words, ...truths];

const mostCodes = 40;
const byNumber = new Intl.Collator("en", { numeric: true });
const isNumber = (code: string) => numberIn(code, false) !== undefined;

const suggestions: Readonly<Record<WordField, readonly string[]>> = {
  type: ["cued", "uncued", "omitted"],
  cue: ["CS+", "CS-"],
};
const questions: Readonly<Record<CodedField, string>> = {
  type: "which type of trial is each code",
  cue: "which cue is each code (in some files 0 is the rewarded one)",
  omitted: "which codes mean that the reward was omitted",
  stimulated: "which codes mean a stimulated trial",
  excluded: "which codes mean that a trial is left out",
};

/** One spelling for 1, 1.0 and 01; null for a gap. */
export function codeIn(cell: string): string | null {
  const text = cell.trim().slice(0, 200);
  if (isGap(text)) return null;
  const number = numberIn(text, false);
  return number === undefined || !Number.isFinite(number) ? text : String(number);
}

export interface Meanings {
  word(field: WordField, code: string | null): string | null;
  /** Null for a gap, and for what is neither yes nor no. */
  truth(field: TruthField, code: string | null): boolean | null;
  /** Whether any type of trial is an omission: then those that are none are known to be rewarded. */
  readonly typesTellOmissions: boolean;
}

export class Codes {
  private readonly met = new Map<CodedField, Set<string>>();

  /** `called` is the name of the column or variable that each field comes from. */
  constructor(private readonly called: Readonly<Partial<Record<CodedField, string>>>) {}

  note(field: CodedField, code: string | null): void {
    if (code === null) return;
    const own = this.met.get(field) ?? new Set<string>();
    this.met.set(field, own);
    if (own.size <= mostCodes) own.add(code);
  }

  private codes(field: CodedField): string[] {
    const own = this.met.get(field);
    return !own || own.size > mostCodes ? [] : [...own].sort(byNumber.compare);
  }

  private asked<T>(field: CodedField, codes: readonly string[], guess: Readonly<Record<string, T>>) {
    return {
      ...({ field: `trials.${field}`, about: "trials", guess } as const),
      question: `In ${quoted(this.called[field] ?? field)}, ${questions[field]}?`,
      keys: Object.fromEntries(codes.map((code) => [code, code])),
    };
  }

  private words(notes: Notes, field: WordField): Readonly<Record<string, string>> {
    const codes = this.codes(field);
    if (codes.length === 0) return {};
    const { keys, ...rest } = this.asked(field, codes, Object.fromEntries(codes.map((code) => [code, code])));
    const asked = { ...rest, input: inRecord(keys, inText(...suggestions[field])) };
    const told = !codes.some(isNumber);
    return notes.pose(told, { ...asked, cannotBeKnown: !told });
  }

  private truths(notes: Notes, field: TruthField): Readonly<Record<string, boolean>> {
    const codes = this.codes(field);
    if (codes.length === 0) return {};
    const said = codes.map((code) => truthIn(code));
    const { keys, ...rest } = this.asked(
      field,
      codes,
      Object.fromEntries(codes.map((code, at) => [code, said[at] ?? false])),
    );
    const asked: Asked<Record<string, boolean>> = { ...rest, input: inRecord(keys, inBoolean) };
    const told = !said.includes(null);
    return notes.pose(told, { ...asked, cannotBeKnown: !told });
  }

  /** Asks what is not said, once all codes were noted. */
  meanings(notes: Notes): Meanings {
    const meant = { type: this.words(notes, "type"), cue: this.words(notes, "cue") };
    const told = {
      omitted: this.truths(notes, "omitted"),
      stimulated: this.truths(notes, "stimulated"),
      excluded: this.truths(notes, "excluded"),
    };
    const unpaired = [...new Set(words.flatMap((field) => Object.values(meant[field])))].filter(isUnpaired);
    if (unpaired.length > 0)
      notes.remark(
        `Trials of ${unpaired.map((name) => quoted(name)).join(", ")} are neither cued with a reward, uncued nor omissions: kept, and in no measure.`,
      );
    return {
      word: (field, code) => (code === null ? null : (meant[field][code] ?? code).slice(0, 200)),
      truth: (field, code) => (code === null ? null : (told[field][code] ?? truthIn(code))),
      typesTellOmissions: Object.values(meant.type).some(isOmission),
    };
  }
}

/** What a trial's codes come to. */
export function decoded(meanings: Meanings, codes: Readonly<Record<CodedField, string | null>>) {
  const type = meanings.word("type", codes.type);
  const omitted = meanings.truth("omitted", codes.omitted);
  return {
    type,
    cue: meanings.word("cue", codes.cue) ?? (type !== null && hasCue(type) ? "cue" : null),
    omitted: omitted ?? (type !== null && meanings.typesTellOmissions ? isOmission(type) : null),
    stimulated: meanings.truth("stimulated", codes.stimulated),
    excluded: meanings.truth("excluded", codes.excluded) ?? false,
  };
}

/** The group of each subject where the file names none: left open, unless somebody says. */
export function askGroups(notes: Notes, subjects: readonly string[]): (subject: string) => string {
  if (subjects.length > mostSubjects) return () => "";
  const groups = notes.tell<Readonly<Record<string, string>>>({
    ...{ field: "subjects.group", about: "subjects", guess: {} },
    question: "Which group is each subject in?",
    input: inRecord(new Map(subjects.map((subject) => [subject, subject])), inTextOrNone("control")),
  });
  return (subject) => (groups[subject] ?? "").slice(0, 200);
}
const mostSubjects = 500;
