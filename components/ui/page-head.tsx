import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb";

/** The same head on every object: where it lives, name, version, author, when, status; actions on the right. */
export function PageHead({
  crumbs = [],
  title,
  badge,
  facts,
  actions,
}: {
  crumbs?: readonly Crumb[];
  title: string;
  /** Version or status, beside the name. */
  badge?: ReactNode;
  facts?: readonly ReactNode[];
  actions?: ReactNode;
}) {
  const shown = facts?.filter(Boolean) ?? [];
  return (
    <header className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3 lg:flex-nowrap">
      <div className="flex min-w-0 flex-col gap-1">
        {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="text-lg break-words">{title}</h1>
          {badge}
        </div>
        {shown.length > 0 && (
          <ul className="flex flex-wrap gap-x-2 text-sm text-muted">
            {shown.map((fact, index) => (
              <li key={index} className="before:mr-2 before:content-['·'] first:before:content-none">
                {fact}
              </li>
            ))}
          </ul>
        )}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 lg:shrink-0">{actions}</div>}
    </header>
  );
}
