"use client";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Panel, Variable } from "@/contracts/dashboard";
import clsx from "clsx";
import { Ellipsis, GripVertical, MoveDiagonal2, Settings2 } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { definitionOf, panelWords } from "../panels/registry";

type Handle = ComponentProps<"button">;

/** A panel while it is edited: handles to move and resize it, what it follows, and what can be done with it. */
export function PanelFrame({
  panel,
  variables,
  lifted,
  move,
  resize,
  onChange,
  onDuplicate,
  onRemove,
  onStep,
  children,
}: {
  panel: Panel;
  variables: readonly Variable[];
  /** It is being moved or resized. */
  lifted: boolean;
  move: Handle;
  resize: Handle;
  onChange: () => void;
  onDuplicate: () => void;
  onRemove: () => void;
  onStep: (step: "up" | "down") => void;
  children: ReactNode;
}) {
  const { title, icon: Icon } = definitionOf(panel.content.kind);
  const name = panel.title || panelWords(panel.content);
  const follows = Object.values(panel.bind).flatMap(
    (bound) => variables.find((variable) => variable.name === bound)?.title ?? [],
  );
  return (
    <section
      aria-label={name}
      data-cell={panel.id}
      className={clsx(
        "relative flex h-full min-w-0 flex-col gap-2 rounded border p-2 pb-8",
        lifted ? "border-accent bg-accent-wash/30" : "border-line",
      )}
    >
      <div className="flex items-center gap-1 border-b border-line pb-1">
        <button
          type="button"
          aria-label={`Move ${name}`}
          className="flex size-8 shrink-0 cursor-grab touch-none items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink aria-pressed:bg-accent aria-pressed:text-accent-ink"
          {...move}
        >
          <GripVertical size={16} aria-hidden />
        </button>
        <Icon size={16} aria-hidden className="shrink-0 text-muted" />
        <span className="min-w-0 flex-1 truncate text-sm text-muted">
          {title}
          {follows.length > 0 && `, follows ${follows.join(", ")}`}
        </span>
        <IconButton label={`Change ${name}`} onClick={onChange}>
          <Settings2 size={16} aria-hidden />
        </IconButton>
        <Menu
          trigger={
            <IconButton label={`More for ${name}`}>
              <Ellipsis size={16} aria-hidden />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => onStep("up")}>Move up</MenuItem>
          <MenuItem onSelect={() => onStep("down")}>Move down</MenuItem>
          <MenuItem onSelect={onDuplicate}>Duplicate</MenuItem>
          <MenuItem onSelect={onRemove}>Remove</MenuItem>
        </Menu>
      </div>
      {children}
      <button
        type="button"
        aria-label={`Resize ${name}`}
        className="absolute right-0 bottom-0 hidden size-8 cursor-nwse-resize touch-none items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink aria-pressed:bg-accent aria-pressed:text-accent-ink lg:flex"
        {...resize}
      >
        <MoveDiagonal2 size={16} aria-hidden />
      </button>
    </section>
  );
}
