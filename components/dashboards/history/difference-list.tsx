import type { Difference } from "./difference";

const longest = 160;
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
const words = { added: "added", removed: "removed", changed: "changed", moved: "moved" } as const;

/** Each change by what it is about, before and after beside each other. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return <p className="text-muted">Nothing differs.</p>;
  return (
    <ul className="flex flex-col gap-2">
      {differences.map(({ key, what, name, change, parts }) => (
        <li key={key} className="min-w-0">
          <p className="break-words">
            {what} <span className="font-medium">{name}</span> {words[change]}
          </p>
          {parts.length > 0 && (
            <dl className="grid grid-cols-[minmax(4rem,auto)_minmax(0,1fr)] gap-x-3 text-sm">
              {parts.map(({ name: part, before, after }) => (
                <div key={part} className="contents">
                  <dt className="text-muted">{part}</dt>
                  <dd className="break-words">
                    <del className="text-muted">{short(before)}</del>{" "}
                    <ins className="no-underline">{short(after)}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}
