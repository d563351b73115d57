"use client";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { ListFilter, X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";

/** On a phone the groups come out of the side, so that figures have the whole width. */
export function GroupsDrawer({ count, children }: { count: number; children: ReactNode }) {
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>
        <Button data-tour="groups">
          <ListFilter size={16} aria-hidden /> {count} {count === 1 ? "group" : "groups"}
        </Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          tabIndex={-1}
          // the drawer itself, not its close button, whose tooltip would take the first Escape
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          className="fixed inset-y-0 left-0 outline-none z-50 flex w-80 max-w-[90vw] flex-col gap-2 overflow-y-auto border-r border-line bg-paper p-4"
        >
          <div className="flex items-center justify-between">
            <Dialog.Title className="font-semibold">Groups</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label="Close">
                <X size={16} aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
