"use client";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type LogFilter, nobody } from "@/contracts/activity";
import { type Action, acts, type AuditKind, auditKinds } from "@/contracts/audit";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

const actions = Object.keys(acts) as Action[];
const groups = [...new Set(actions.map((action) => action.split(".")[0]))];

/** By whom, what, about what, and when. */
export function LogFilters({
  lab,
  filter,
  onChange,
}: {
  lab: string;
  filter: LogFilter;
  onChange: (filter: LogFilter) => void;
}) {
  const trpc = useTRPC();
  const people = useQuery(trpc.activity.people.queryOptions({ lab }));
  const set = (some: Partial<LogFilter>) => onChange({ ...filter, ...some });
  return (
    <form
      role="search"
      aria-label="Filter the audit log"
      className="mb-4 grid max-w-6xl gap-3 sm:grid-cols-2 lg:grid-cols-6"
      onSubmit={(event) => event.preventDefault()}
    >
      <Field label="Person">
        {(control) => (
          <Select
            {...control}
            value={filter.person ?? ""}
            onChange={(event) => set({ person: event.target.value || undefined })}
          >
            <option value="">anybody</option>
            {people.data?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={nobody}>Phasic, or another lab</option>
          </Select>
        )}
      </Field>
      <Field label="Action">
        {(control) => (
          <Select
            {...control}
            value={filter.action ?? ""}
            onChange={(event) => set({ action: (event.target.value || undefined) as Action | undefined })}
          >
            <option value="">anything</option>
            {groups.map((group) => (
              <optgroup key={group} label={group}>
                {actions
                  .filter((action) => action.startsWith(`${group}.`))
                  .map((action) => (
                    <option key={action} value={action}>
                      {action.replace(".", ": ")}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Field label="About a">
        {(control) => (
          <Select
            {...control}
            value={filter.kind ?? ""}
            onChange={(event) =>
              set({ kind: (event.target.value || undefined) as AuditKind | undefined, object: undefined })
            }
          >
            <option value="">anything</option>
            {auditKinds.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </Select>
        )}
      </Field>
      <Named key={filter.text} text={filter.text ?? ""} onText={(text) => set({ text: text || undefined })} />
      <Field label="From" hint="Days in UTC">
        {(control) => (
          <Input
            {...control}
            type="date"
            value={filter.from ?? ""}
            max={filter.until}
            onChange={(event) => set({ from: event.target.value || undefined })}
          />
        )}
      </Field>
      <Field label="Until">
        {(control) => (
          <Input
            {...control}
            type="date"
            value={filter.until ?? ""}
            min={filter.from}
            onChange={(event) => set({ until: event.target.value || undefined })}
          />
        )}
      </Field>
      {Object.values(filter).some(Boolean) && (
        <Button className="self-start justify-self-start" onClick={() => onChange({})}>
          Show everything
        </Button>
      )}
    </form>
  );
}

/** Asked for when the person has finished the word. */
function Named({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const send = () => typed.trim() !== text && onText(typed.trim());
  return (
    <Field label="Named">
      {(control) => (
        <Input
          {...control}
          type="search"
          value={typed}
          maxLength={120}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={send}
          onKeyDown={(event) => event.key === "Enter" && send()}
        />
      )}
    </Field>
  );
}
