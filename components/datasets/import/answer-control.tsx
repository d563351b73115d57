"use client";
import { Button } from "@/components/ui/button";
import type { ControlProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { AnswerInput, AnswerOption } from "@/contracts/reading";
import { useState } from "react";

interface Props<Input extends AnswerInput = AnswerInput> {
  input: Input;
  value: unknown;
  onChange: (value: unknown) => void;
  control: Partial<ControlProps>;
  label: string;
}
type Of<Kind extends AnswerInput["kind"]> = Extract<AnswerInput, { kind: Kind }>;

/** The control that a question asks to be answered with: contracts/reading.ts. */
export function AnswerControl(props: Props) {
  const { input } = props;
  switch (input.kind) {
    case "number":
      return <NumberAnswer {...props} input={input} />;
    case "text":
      return <TextAnswer {...props} input={input} />;
    case "boolean":
      return (
        <Choice
          {...props}
          optional={false}
          options={[
            { value: true, label: "Yes" },
            { value: false, label: "No" },
          ]}
        />
      );
    case "choice":
    case "item":
      return <Choice {...props} optional={input.optional} options={input.options} />;
    case "items":
      return <Items {...props} options={input.options} />;
    case "ranges":
      return <Ranges {...props} options={input.options} />;
    case "record":
      return <RecordAnswer {...props} input={input} />;
  }
}

/** What is typed stays as it is until it is a number. */
function NumberAnswer({ input, value, onChange, control, label }: Props<Of<"number">>) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (typeof value === "number" ? String(value) : "");
  return (
    <span className="flex items-center gap-2">
      <Input
        {...control}
        aria-label={control.id ? undefined : label}
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        placeholder={input.optional ? "not known" : undefined}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const number = Number(text.replace("−", "-").replace(",", "."));
          if (text.trim() === "") onChange(input.optional ? null : undefined);
          else onChange(Number.isFinite(number) ? number : undefined);
        }}
        onBlur={() => setTyped(null)}
      />
      {input.unit && <span className="text-muted">{input.unit}</span>}
    </span>
  );
}

function TextAnswer({ input, value, onChange, control, label }: Props<Of<"text">>) {
  const list = input.suggestions.length > 0 && control.id ? `${control.id}-suggestions` : undefined;
  return (
    <>
      <Input
        {...control}
        aria-label={control.id ? undefined : label}
        autoComplete="off"
        list={list}
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange(event.target.value)}
      />
      {list && (
        <datalist id={list}>
          {input.suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
}

const none = "none";

function Choice({
  options,
  optional,
  value,
  onChange,
  control,
  label,
}: Omit<Props, "input"> & { options: readonly AnswerOption[]; optional: boolean }) {
  const at = options.findIndex((option) => option.value === value);
  return (
    <Select
      {...control}
      aria-label={control.id ? undefined : label}
      value={at === -1 ? none : String(at)}
      onChange={(event) =>
        onChange(event.target.value === none ? null : options[Number(event.target.value)].value)
      }
    >
      {(optional || at === -1) && <option value={none}>{optional ? "None, or not known" : "Choose"}</option>}
      {options.map((option, place) => (
        <option key={String(option.value)} value={String(place)}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}

function Items({
  options,
  value,
  onChange,
  label,
}: Omit<Props, "input"> & { options: readonly AnswerOption[] }) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <ul aria-label={label} className="flex max-h-48 flex-wrap gap-x-4 gap-y-1 overflow-y-auto">
      {options.map((option) => (
        <li key={String(option.value)}>
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={chosen.includes(option.value)}
              onChange={(event) =>
                onChange(
                  options
                    .map((one) => one.value)
                    .filter((one) => (one === option.value ? event.target.checked : chosen.includes(one))),
                )
              }
            />
            {option.label}
          </label>
        </li>
      ))}
    </ul>
  );
}

interface Range {
  name: string;
  from: AnswerOption["value"];
  to: AnswerOption["value"];
}

function Ranges({
  options,
  value,
  onChange,
  label,
}: Omit<Props, "input"> & { options: readonly AnswerOption[] }) {
  const ranges = Array.isArray(value) ? (value as Range[]) : [];
  const change = (at: number, part: Partial<Range>) =>
    onChange(ranges.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const end = (at: number, which: "from" | "to") => (
    <Choice
      options={options}
      optional={false}
      value={ranges[at][which]}
      onChange={(chosen) => change(at, { [which]: chosen as Range["from"] })}
      control={{}}
      label={which === "from" ? `First column of ${ranges[at].name}` : `Last column of ${ranges[at].name}`}
    />
  );
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-2">
      {ranges.map((range, at) => (
        <div key={at} className="grid grid-cols-[1fr_1fr_1fr_auto] items-center gap-2">
          <Input
            aria-label={`Name of signal ${at + 1}`}
            value={range.name}
            onChange={(event) => change(at, { name: event.target.value })}
          />
          {end(at, "from")}
          {end(at, "to")}
          <Button look="quiet" onClick={() => onChange(ranges.filter((_, place) => place !== at))}>
            Remove
          </Button>
        </div>
      ))}
      <div>
        <Button
          disabled={options.length === 0}
          onClick={() =>
            onChange([
              ...ranges,
              { name: `signal ${ranges.length + 1}`, from: options[0].value, to: options.at(-1)!.value },
            ])
          }
        >
          Add a run of columns
        </Button>
      </div>
    </div>
  );
}

function RecordAnswer({ input, value, onChange, label }: Props<Of<"record">>) {
  const known = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return (
    <table className="w-full" aria-label={label}>
      <tbody>
        {input.keys.map(({ key, label: name }) => (
          <tr key={key}>
            <th scope="row" className="pr-4 text-left font-normal">
              {name}
            </th>
            <td className="w-2/3 py-0.5">
              <AnswerControl
                input={input.value}
                value={known[key]}
                onChange={(own) => onChange({ ...known, [key]: own })}
                control={{}}
                label={`${label} ${name}`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
