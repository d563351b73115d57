"use client";
import { usePreferences } from "@/components/shell/preferences";
import { Dialog } from "@/components/ui/dialog";
import { Keys } from "@/components/ui/keys";
import { Switch } from "@/components/ui/switch";
import { useId } from "react";
import { places } from "../places";

const groups = [
  {
    title: "Anywhere",
    rows: [
      { keys: "Ctrl K", says: "Search and commands" },
      { keys: "?", says: "This list" },
      { keys: "n", says: "New, where the page makes something" },
    ],
  },
  {
    title: "In a list",
    rows: [
      { keys: "/", says: "Filter the list; search where there is none" },
      { keys: "j", says: "Next row" },
      { keys: "k", says: "Row before" },
      { keys: "Enter", says: "Open the row" },
      { keys: "x", says: "Choose the row, where rows can be chosen" },
    ],
  },
  {
    title: "On a figure",
    rows: [
      { keys: "← →", says: "Read the points one by one, once the figure has the focus" },
      { keys: "Esc", says: "Let go" },
    ],
  },
  { title: "Go to", rows: places.map(({ key, label }) => ({ keys: `g ${key}`, says: label })) },
];

/** All shortcuts, and the switch for those of one letter: some keyboards and voices press letters by themselves. */
export function ShortcutsDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { singleKeys, setSingleKeys } = usePreferences();
  const id = useId();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      <div className="flex items-start gap-3">
        <Switch
          id={id}
          checked={singleKeys}
          onCheckedChange={setSingleKeys}
          aria-describedby={`${id}-hint`}
        />
        <div>
          <label htmlFor={id} className="font-medium">
            Shortcuts of one letter
          </label>
          <p id={`${id}-hint`} className="text-sm text-muted">
            Off, only Ctrl K and keys within a figure, a menu or a dialog do something. They never act while
            you type.
          </p>
        </div>
      </div>
      <div className="grid gap-6 sm:grid-cols-2">
        {groups.map(({ title, rows }) => (
          <section key={title}>
            <h3 className="mb-1 font-medium">{title}</h3>
            <dl className="grid grid-cols-[minmax(4.5rem,max-content)_minmax(0,1fr)] gap-x-3 gap-y-1">
              {rows.map(({ keys, says }) => (
                <div key={keys} className="contents">
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <dd className="text-muted">{says}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
