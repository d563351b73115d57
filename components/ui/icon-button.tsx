import clsx from "clsx";
import type { ComponentProps } from "react";
import { Tooltip } from "./tooltip";

/** A button that is only a picture: its label is spoken, and shown on hover and focus. */
export function IconButton({
  label,
  className,
  children,
  ...rest
}: Omit<ComponentProps<"button">, "aria-label" | "type"> & { label: string }) {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        aria-label={label}
        className={clsx(
          "inline-flex size-8 shrink-0 items-center justify-center rounded border border-transparent text-muted",
          "hover:bg-sunken hover:text-ink disabled:cursor-not-allowed disabled:opacity-40",
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Tooltip>
  );
}
