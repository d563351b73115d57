"use client";
import type { ComponentProps } from "react";
import { Button } from "./button";
import { useAlive } from "./use-alive";

/** Sends its form. Before the page is alive the browser itself would, to nowhere, and what was typed would be gone. */
export function SubmitButton({
  look = "primary",
  disabled,
  ...rest
}: Omit<ComponentProps<typeof Button>, "type">) {
  const alive = useAlive();
  return <Button {...rest} type="submit" look={look} disabled={disabled || !alive} />;
}
