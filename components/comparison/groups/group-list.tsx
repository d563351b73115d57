"use client";
import type { Encoding } from "@/components/charts/encoding";
import { Button } from "@/components/ui/button";
import type { GroupView } from "@/contracts/comparison";
import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { familyLabel } from "@/components/charts/lines/facets";
import { familyOf } from "@/components/charts/encoding";
import { moveGroup, mostGroups, refKey, removeGroup, toggleHidden } from "../edits";
import type { PageState } from "../state";
import { GroupRow } from "./group-row";

/** Who is compared, in the order in which figures and table name them. Rows are dragged, or moved by arrow keys on the grip. */
export function GroupList({
  state,
  groups,
  encodings,
  push,
  onAdd,
  loading,
}: {
  state: PageState;
  groups: readonly (GroupView | null)[];
  encodings: ReadonlyMap<string, Encoding>;
  push: (edit: (state: PageState) => PageState) => void;
  onAdd: () => void;
  /** The names of groups are on their way. */
  loading: boolean;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const [said, setSaid] = useState("");
  const move = (from: number, to: number) => {
    if (to < 0 || to >= state.groups.length || from === to) return;
    push((now) => moveGroup(now, from, to));
    setSaid(`${groups[from]?.label ?? "Group"} is now number ${to + 1} of ${state.groups.length}.`);
    // the row takes its grip along: keep the focus on it
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>("[data-grip]")[to]?.focus());
  };
  const placeAt = (clientY: number) => {
    const rows = Array.from(list.current?.children ?? []);
    const below = rows.findIndex((row) => {
      const box = row.getBoundingClientRect();
      return clientY < box.top + box.height / 2;
    });
    const place = below < 0 ? rows.length - 1 : below;
    return drag && below > drag.from ? place - 1 : place;
  };
  return (
    <section aria-label="Groups" className="flex flex-col gap-2">
      <ol ref={list} data-tour="groups" className="flex flex-col border-b border-line">
        {state.groups.map((ref, place) => {
          const group = groups[place];
          const above = groups[place - 1];
          // arms of one model in a row: its name once
          const sameModel = group?.arm && above && familyOf(above) === familyOf(group);
          return (
            <GroupRow
              key={refKey(ref)}
              group={group}
              fallback={
                loading ? null : ref.kind === "simulation" ? `${ref.arm} of model ${ref.model}` : ref.group
              }
              place={place}
              heading={group?.arm && !sameModel ? familyLabel(group) : null}
              encoding={(group && encodings.get(group.key)) ?? null}
              first={!sameModel}
              hidden={state.hidden.includes(place)}
              dragged={drag?.from === place}
              target={
                drag && drag.to === place && drag.from !== place
                  ? drag.to > drag.from
                    ? "after"
                    : "before"
                  : null
              }
              onToggle={() => push((now) => toggleHidden(now, place))}
              onRemove={() => push((now) => removeGroup(now, place))}
              onMove={(by) =>
                move(place, by === "first" ? 0 : by === "last" ? state.groups.length - 1 : place + by)
              }
              onDrag={(clientY) => setDrag({ from: place, to: placeAt(clientY) })}
              onDrop={(keep) => {
                if (keep && drag) move(drag.from, drag.to);
                setDrag(null);
              }}
            />
          );
        })}
      </ol>
      <Button onClick={onAdd} disabled={state.groups.length >= mostGroups} className="self-start">
        <Plus size={16} aria-hidden /> Add groups
      </Button>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </section>
  );
}
