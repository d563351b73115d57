import clsx from "clsx";
import type { ComponentProps } from "react";

export const controlClass =
  "rounded border border-line-strong bg-paper px-2 text-base text-ink placeholder:text-muted " +
  "aria-invalid:border-danger aria-invalid:outline-danger disabled:bg-wash disabled:text-muted";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input dir="auto" className={clsx(controlClass, "h-8 w-full min-w-0", className)} {...rest} />;
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea dir="auto" className={clsx(controlClass, "w-full py-1", className)} rows={3} {...rest} />;
}
