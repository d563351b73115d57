"use client";
import { Tooltip } from "@/components/ui/tooltip";
import type { ObjectRef } from "@/contracts/object";
import { initials } from "./initials";
import type { Here } from "./presence-store";
import { usePresence } from "./use-presence";

const mostShown = 4;

/** Who else looks at this object now: initials, with the name for a pointer, the keyboard and a screen reader. */
export function HereNow({ lab, object }: { lab: string; object: ObjectRef }) {
  const people = usePresence(lab, object);
  if (people.length === 0) return null;
  const shown = people.length > mostShown ? people.slice(0, mostShown - 1) : people;
  const others = people.slice(shown.length);
  return (
    <ul aria-label="Here now" className="flex items-center -space-x-1.5">
      {shown.map((one) => (
        <Mark key={one.id} name={nameOf(one)}>
          {initials(one.name)}
        </Mark>
      ))}
      {others.length > 0 && <Mark name={others.map(nameOf).join(", ")}>+{others.length}</Mark>}
    </ul>
  );
}

const nameOf = ({ name, guestOf }: Here) => (guestOf ? `${name} (${guestOf})` : name);

function Mark({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <li>
      <Tooltip text={`${name}, here now`}>
        <span
          role="img"
          tabIndex={0}
          aria-label={name}
          className="inline-flex size-7 items-center justify-center rounded-full border border-line-strong bg-wash text-sm ring-2 ring-paper"
        >
          {children}
        </span>
      </Tooltip>
    </li>
  );
}
