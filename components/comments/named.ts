/**
 * People in a text while it is written: the field shows "@Ada Test", what is sent names an id. Only a name that was chosen
 * from the list stands for somebody; one that was merely typed is text.
 */
import { type Audience, mentionOf, splitMentions } from "@/contracts/comment";

/** What stands behind the @ in the field, and whom it means. */
export interface Named {
  readonly label: string;
  readonly id: string;
}

/** Labels that mean one person each: of two with one name, each with what tells them apart. */
export function labelled(audience: Audience): (Audience[number] & Named)[] {
  const count = new Map<string, number>();
  for (const { name } of audience) count.set(name, (count.get(name) ?? 0) + 1);
  return audience.map((one) => ({
    ...one,
    label: count.get(one.name)! > 1 ? `${one.name} (${one.hint})` : one.name,
  }));
}

export function toBody(text: string, named: readonly Named[]): string {
  // the longest first: "@Ada Test" is not "@Ada" and " Test"
  const ordered = named.toSorted((a, b) => b.label.length - a.label.length);
  return ordered.reduce((body, { label, id }) => body.replaceAll(`@${label}`, mentionOf(id)), text);
}

export function fromBody(
  body: string,
  people: Readonly<Record<string, string>>,
): { text: string; named: Named[] } {
  const named = new Map<string, string>();
  const labelOf = (id: string) => {
    const name = Object.hasOwn(people, id) ? people[id] : null;
    if (name === null) return null;
    for (let turn = 1; ; turn += 1) {
      const label = turn === 1 ? name : `${name} (${turn})`;
      if ((named.get(label) ?? id) !== id) continue;
      named.set(label, id);
      return label;
    }
  };
  const text = splitMentions(body).map((part, index) => {
    if (index % 2 === 0) return part;
    const label = labelOf(part);
    return label === null ? mentionOf(part) : `@${label}`;
  });
  return { text: text.join(""), named: [...named].map(([label, id]) => ({ label, id })) };
}

/** The name that is being typed before the caret, behind an @ that begins a word; null when none is. */
export function typedName(text: string, caret: number): { from: number; name: string } | null {
  const found = /(?:^|[\s([{"'])@((?:[^\s@]{1,40}(?: [^\s@]{1,40})?)?)$/u.exec(text.slice(0, caret));
  return found && { from: caret - found[1].length - 1, name: found[1] };
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Those whose name, or a word of it, begins like what was typed; whole names first. */
export function matching<T extends Audience[number]>(audience: readonly T[], typed: string): T[] {
  const wanted = folded(typed);
  const rank = ({ name, hint }: T) =>
    folded(name).startsWith(wanted)
      ? 0
      : folded(name)
            .split(/\s+/)
            .some((word) => word.startsWith(wanted))
        ? 1
        : folded(hint).startsWith(wanted)
          ? 2
          : 3;
  return audience.filter((one) => rank(one) < 3).toSorted((a, b) => rank(a) - rank(b));
}
