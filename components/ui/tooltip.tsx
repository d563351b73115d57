"use client";
import { Tooltip as Radix } from "radix-ui";
import type { ReactElement } from "react";

export const TooltipProvider = Radix.Provider;

/** `children` must be one focusable element: what only a pointer can reach is not said. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          sideOffset={4}
          className="z-50 max-w-72 rounded border border-line-strong bg-paper px-2 py-1 text-sm text-ink"
        >
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
