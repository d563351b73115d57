import type { ReactNode } from "react";

/** What happened, where, and what to do. Announced when it appears. */
export function Problem({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-2 rounded border border-danger bg-danger-wash p-3"
    >
      <p className="font-medium text-danger">{title}</p>
      {children && <div className="max-w-prose">{children}</div>}
      {action}
    </div>
  );
}
