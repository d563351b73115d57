import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { blindDays } from "@/contracts/blind";

export interface LinkDraft {
  readonly note: string;
  readonly days: (typeof blindDays)[number];
}
export const usualLink: LinkDraft = { note: "", days: 90 };

export function LinkFields({ link, onChange }: { link: LinkDraft; onChange: (link: LinkDraft) => void }) {
  return (
    <div className="flex flex-wrap gap-4">
      <Field
        label="Note for the lab"
        optional
        hint="Which journal, which round. No reviewer reads it."
        className="min-w-0 flex-1"
      >
        {(control) => (
          <Input
            {...control}
            value={link.note}
            maxLength={120}
            onChange={(event) => onChange({ ...link, note: event.target.value })}
          />
        )}
      </Field>
      <Field label="It counts for">
        {(control) => (
          <Select
            {...control}
            value={link.days}
            onChange={(event) => onChange({ ...link, days: Number(event.target.value) as LinkDraft["days"] })}
          >
            {blindDays.map((days) => (
              <option key={days} value={days}>
                {days} days
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
