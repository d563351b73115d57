import clsx from "clsx";
import type { ComponentProps } from "react";

export type ButtonLook = "primary" | "plain" | "quiet" | "danger";

const looks: Record<ButtonLook, string> = {
  primary: "border-accent bg-accent text-accent-ink hover:opacity-90",
  plain: "border-line-strong bg-paper text-ink hover:bg-wash",
  quiet: "border-transparent text-ink hover:bg-sunken",
  danger: "border-danger bg-paper text-danger hover:bg-danger-wash",
};

/** The classes of a button, shared with links that act like one. At least 32 px high, for a finger. */
export const buttonClass = (look: ButtonLook = "plain", className?: string) =>
  clsx(
    "inline-flex h-8 shrink-0 items-center justify-center gap-2 rounded border px-3 text-base whitespace-nowrap",
    "transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50",
    looks[look],
    className,
  );

export function Button({
  look = "plain",
  busy = false,
  className,
  children,
  type = "button",
  disabled,
  ...rest
}: ComponentProps<"button"> & { look?: ButtonLook; busy?: boolean }) {
  return (
    <button
      type={type}
      className={buttonClass(look, className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {children}
    </button>
  );
}
