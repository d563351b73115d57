"use client";
import type { ComponentProps } from "react";
import { Button } from "./button";
import { useAlive } from "./use-alive";

/** A button of a page that opens on it: a press before the page is alive would be lost, so there is none. */
export function LiveButton({ disabled, ...rest }: ComponentProps<typeof Button>) {
  const alive = useAlive();
  return <Button {...rest} disabled={disabled || !alive} />;
}
