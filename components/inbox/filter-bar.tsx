"use client";
import { Select } from "@/components/ui/select";
import { inboxKind, inboxKinds, inboxTitle } from "@/contracts/inbox";
import clsx from "clsx";
import { writeInboxFilter, type InboxFilter } from "./filter";

const views = [
  { unread: false, title: "All" },
  { unread: true, title: "Unread" },
] as const;

export function FilterBar({
  filter,
  write,
}: {
  filter: InboxFilter;
  write: (query: string, step: "pushState" | "replaceState") => void;
}) {
  const show = (next: InboxFilter) => write(writeInboxFilter(next), "pushState");
  return (
    <div className="mb-3 flex flex-wrap items-center gap-3">
      <div role="group" aria-label="Which items" className="flex rounded border border-line-strong">
        {views.map(({ unread, title }) => (
          <button
            key={title}
            type="button"
            aria-pressed={filter.unread === unread}
            onClick={() => show({ ...filter, unread })}
            className={clsx(
              "h-8 px-3",
              filter.unread === unread ? "bg-accent-wash font-medium" : "text-muted hover:bg-sunken",
            )}
          >
            {title}
          </button>
        ))}
      </div>
      <Select
        aria-label="Kind"
        className="max-w-56"
        value={filter.kind ?? ""}
        onChange={({ target }) => {
          const kind = inboxKind.safeParse(target.value);
          show({ ...filter, kind: kind.success ? kind.data : null });
        }}
      >
        <option value="">Of every kind</option>
        {inboxKinds.map((kind) => (
          <option key={kind} value={kind}>
            {inboxTitle[kind]}
          </option>
        ))}
      </Select>
    </div>
  );
}
