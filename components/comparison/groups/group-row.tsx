"use client";
import type { Encoding } from "@/components/charts/encoding";
import { Swatch } from "@/components/charts/swatch";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { GroupView } from "@/contracts/comparison";
import clsx from "clsx";
import { Eye, EyeOff, GripVertical, X } from "lucide-react";
import { useRef } from "react";
import { GroupFacts } from "./group-facts";

const keys: Record<string, -1 | 1 | "first" | "last"> = {
  ArrowUp: -1,
  ArrowDown: 1,
  Home: "first",
  End: "last",
};

export function GroupRow({
  group,
  fallback,
  place,
  heading,
  first,
  encoding,
  hidden,
  dragged,
  target,
  onToggle,
  onRemove,
  onMove,
  onDrag,
  onDrop,
}: {
  group: GroupView | null;
  /** What to call it when the server cannot tell; null while it may. */
  fallback: string | null;
  place: number;
  /** Name of the model, above the first of its arms. */
  heading: string | null;
  /** Begins a model or stands alone: a rule above it. */
  first: boolean;
  encoding: Encoding | null;
  hidden: boolean;
  dragged: boolean;
  target: "before" | "after" | null;
  onToggle: () => void;
  onRemove: () => void;
  onMove: (by: -1 | 1 | "first" | "last") => void;
  onDrag: (clientY: number) => void;
  onDrop: (keep: boolean) => void;
}) {
  const active = useRef(false);
  const name = group?.label ?? fallback ?? `group ${place + 1}`;
  const end = (keep: boolean) => {
    if (!active.current) return;
    active.current = false;
    onDrop(keep);
  };
  const short = group?.arm ? group.arm.title : name;
  return (
    <li
      className={clsx(
        "flex items-start gap-1 py-0.5",
        first && "border-t border-line",
        dragged && "bg-sunken",
        target === "before" && "border-t-2 border-t-accent",
        target === "after" && "border-b-2 border-b-accent",
      )}
    >
      <button
        type="button"
        data-grip=""
        aria-label={`Move ${name}: arrow keys`}
        className="flex h-8 w-5 shrink-0 cursor-grab touch-none items-center justify-center text-muted hover:text-ink"
        onKeyDown={(event) => {
          const by = keys[event.key];
          if (by === undefined) return;
          event.preventDefault();
          onMove(by);
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          active.current = true;
        }}
        onPointerMove={(event) => active.current && onDrag(event.clientY)}
        onPointerUp={() => end(true)}
        onPointerCancel={() => end(false)}
      >
        <GripVertical size={14} aria-hidden />
      </button>
      <div className={clsx("min-w-0 flex-1 pt-1.5", hidden && "text-muted")}>
        {heading && <p className="pb-0.5 font-medium break-words">{heading}</p>}
        <div className="flex items-start gap-2">
          {encoding && (
            <span className={clsx("pt-1", hidden && "opacity-40")}>
              <Swatch encoding={encoding} />
            </span>
          )}
          {group || fallback ? (
            <span className={clsx("min-w-0 leading-5 break-words", hidden && "line-through")}>{short}</span>
          ) : (
            <Skeleton className="h-9 w-full" />
          )}
        </div>
        {group && <GroupFacts group={group} />}
      </div>
      <IconButton
        label={hidden ? `Show ${name}` : `Hide ${name}`}
        aria-pressed={hidden}
        onClick={onToggle}
        className="!size-7"
      >
        {hidden ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
      </IconButton>
      <IconButton label={`Remove ${name}`} onClick={onRemove} className="!size-7">
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}
