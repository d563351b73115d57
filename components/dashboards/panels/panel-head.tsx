import Link from "next/link";
import type { ReactNode } from "react";

/** The title that somebody gave a panel, and where its numbers come from. */
export function PanelHead({
  lab,
  title,
  comparison = null,
  children,
}: {
  lab: string;
  title: string;
  comparison?: { id: string; name: string } | null;
  children?: ReactNode;
}) {
  if (!title && !comparison && !children) return null;
  return (
    <header className="flex flex-col">
      {title && <h2 className="text-base font-semibold">{title}</h2>}
      {comparison && (
        <p className="truncate text-sm text-muted">
          <Link href={`/lab/${lab}/compare/${comparison.id}`} className="underline-offset-2 hover:underline">
            {comparison.name}
          </Link>
        </p>
      )}
      {children}
    </header>
  );
}
