"use client";

/** Numbers per trial to keep beside the signal. */
export function ValueColumns({
  columns,
  chosen,
  onChange,
}: {
  columns: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  if (columns.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">Keep as numbers per trial</legend>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {columns.map((name) => (
          <li key={name}>
            <label className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={chosen.includes(name)}
                onChange={(event) =>
                  onChange(
                    columns.filter((one) => (one === name ? event.target.checked : chosen.includes(one))),
                  )
                }
              />
              {name}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
