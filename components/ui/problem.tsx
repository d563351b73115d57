import type { ReactNode } from "react";

/** What happened, where, and what to do. Announced when it appears. */
export function Problem({
  title,
  as: Title = "p",
  children,
  action,
}: {
  title: string;
  /** A heading where the page has no other. */
  as?: "p" | "h1";
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-2 rounded border border-danger bg-danger-wash p-3"
    >
      <Title className="font-medium text-danger">{title}</Title>
      {children && <div className="max-w-prose">{children}</div>}
      {action}
    </div>
  );
}
