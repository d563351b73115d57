"use client";
import { Command } from "cmdk";
import { ChevronsUpDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useState, type ReactNode } from "react";
import { controlClass } from "./input";
import type { ControlProps } from "./field";
import clsx from "clsx";

export interface PickerOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One of many, found by typing; who gives the options decides what typing means. */
export function Picker({
  control,
  chosen,
  options,
  typed,
  onType,
  onPick,
  placeholder,
  nothing,
  busy = false,
}: {
  control?: Partial<ControlProps>;
  /** What is chosen, in words. */
  chosen: ReactNode;
  options: readonly PickerOption[];
  typed: string;
  onType: (text: string) => void;
  onPick: (value: string) => void;
  /** "Find a paradigm" */
  placeholder: string;
  /** What to say when nothing is found. */
  nothing: string;
  busy?: boolean;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) onType("");
      }}
    >
      <Popover.Trigger asChild>
        <button
          type="button"
          {...control}
          className={clsx(controlClass, "flex h-8 w-full min-w-0 items-center gap-2 text-left")}
        >
          <bdi className="min-w-0 flex-1 truncate">{chosen}</bdi>
          <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-muted" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          className="z-50 w-[max(var(--radix-popover-trigger-width),18rem)] max-w-[calc(100vw-2rem)] rounded border border-line-strong bg-paper"
        >
          <Command label={placeholder} shouldFilter={false} loop>
            <Command.Input
              value={typed}
              onValueChange={onType}
              placeholder={placeholder}
              className="h-9 w-full border-b border-line bg-transparent px-3 outline-none placeholder:text-muted"
            />
            <Command.List className="max-h-64 overflow-y-auto py-1" aria-busy={busy || undefined}>
              <Command.Empty className="px-3 py-2 text-muted">{busy ? "Looking" : nothing}</Command.Empty>
              {options.map(({ value, label, hint }) => (
                <Command.Item
                  key={value}
                  value={value}
                  onSelect={() => {
                    onPick(value);
                    setOpen(false);
                    onType("");
                  }}
                  className="flex min-h-8 cursor-pointer items-center gap-2 px-3 py-1 data-[selected=true]:bg-accent-wash"
                >
                  <bdi className="min-w-0 flex-1 break-words">{label}</bdi>
                  {hint && <span className="shrink-0 text-sm text-muted">{hint}</span>}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
