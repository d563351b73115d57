import { reasonsOf, type Reasoned } from "./prepare-subject";

/** Measures that a recording cannot give, with the reasons. */
export function Missing({ measures }: { measures: readonly Reasoned[] }) {
  const reasons = reasonsOf(measures);
  if (reasons.length === 0) return null;
  return (
    <section aria-labelledby="missing">
      <h2 id="missing" className="mb-2 font-semibold">
        Measures without a value here
      </h2>
      <ul className="flex flex-col gap-1">
        {reasons.map(({ reason, titles }) => (
          <li key={reason}>
            {titles.join(", ")}: <span className="text-muted">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
