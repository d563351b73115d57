import clsx from "clsx";
import type { ReactNode } from "react";

const tones = {
  plain: "border-line text-muted",
  strong: "border-accent text-accent bg-accent-wash",
  danger: "border-danger text-danger bg-danger-wash",
} as const;

export function Badge({
  tone = "plain",
  className,
  children,
}: {
  tone?: keyof typeof tones;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 rounded border px-1.5 text-sm whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
