"use client";
import type { Encoding } from "@/components/charts/encoding";
import { Swatch } from "@/components/charts/swatch";
import { IconButton } from "@/components/ui/icon-button";
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
  /** What to call it before the server has told. */
  fallback: string;
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
  const name = group?.label ?? fallback;
  const end = (keep: boolean) => {
    if (!active.current) return;
    active.current = false;
    onDrop(keep);
  };
  return (
    <li
      className={clsx(
        "flex items-start gap-1 border-b border-line py-1",
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
      <div className={clsx("min-w-0 flex-1 py-1.5", hidden && "opacity-60")}>
        <div className="flex items-start gap-2">
          {encoding && (
            <span className="pt-1">
              <Swatch encoding={encoding} />
            </span>
          )}
          <span className="min-w-0 leading-5 break-words">{name}</span>
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
