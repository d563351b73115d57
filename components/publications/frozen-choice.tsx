"use client";
import { canonicalJson } from "@/contracts/canonical-json";
import { type FrozenOptions, mostSettings } from "@/contracts/publication";
import { type Choice, combinations } from "./options";

/** Which values of which variables readers can choose between. What the dashboard opens with is always among them. */
export function FrozenChoice({
  choices,
  chosen,
  error,
  onChange,
}: {
  choices: readonly Choice[];
  chosen: FrozenOptions;
  error: string | null;
  onChange: (chosen: FrozenOptions) => void;
}) {
  const offered = choices.filter(({ options }) => options.length > 1);
  const count = combinations(choices, chosen);
  const toggle = ({ variable: { name }, options }: Choice, key: string) => {
    const before = new Set((chosen[name] ?? []).map((value) => canonicalJson(value)));
    if (before.has(key)) before.delete(key);
    else before.add(key);
    const values = options.flatMap((option) => (before.has(option.key) ? [option.value] : []));
    const { [name]: _, ...others } = chosen;
    onChange(values.length > 0 ? { ...others, [name]: values } : others);
  };
  if (offered.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-semibold">What readers can choose between</legend>
      <p className="text-sm text-muted">
        A publication holds numbers for the settings that you freeze, and no others.{" "}
        <span className={count > mostSettings ? "text-danger" : undefined} role="status">
          {count === 1
            ? "Now it is one: the dashboard as it opens."
            : `Now these are ${count} combinations, of at most ${mostSettings}.`}
        </span>
      </p>
      {offered.map((choice) => (
        <fieldset key={choice.variable.name} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <legend className="float-left mr-4 w-20 text-muted">{choice.variable.title}</legend>
          {choice.options.map(({ key, words }, index) => (
            <label key={key} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                checked={
                  index === 0 ||
                  (chosen[choice.variable.name] ?? []).some((value) => canonicalJson(value) === key)
                }
                disabled={index === 0}
                onChange={() => toggle(choice, key)}
              />
              {words}
            </label>
          ))}
        </fieldset>
      ))}
      {error && <p className="text-sm text-danger">{error}</p>}
    </fieldset>
  );
}
