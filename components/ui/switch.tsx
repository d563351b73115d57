"use client";
import { Switch as Radix } from "radix-ui";
import type { ComponentProps } from "react";

export function Switch(props: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      {...props}
      className="inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-wash px-0.5 data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-50"
    >
      <Radix.Thumb className="size-3.5 rounded-full bg-line-strong transition-transform forced-colors:bg-[CanvasText] data-[state=checked]:translate-x-4 data-[state=checked]:bg-accent-ink data-[state=checked]:forced-colors:bg-[CanvasText]" />
    </Radix.Root>
  );
}
