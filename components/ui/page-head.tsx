import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb";

/** The same head on every object: where it lives, name, version, author, when, status, tags; actions on the right. */
export function PageHead({
  crumbs = [],
  title,
  badge,
  facts,
  tags,
  actions,
}: {
  crumbs?: readonly Crumb[];
  /** A text becomes the heading; anything else brings its own. */
  title: ReactNode;
  /** Version or status, beside the name. */
  badge?: ReactNode;
  facts?: readonly ReactNode[];
  tags?: ReactNode;
  actions?: ReactNode;
}) {
  const shown = facts?.filter(Boolean) ?? [];
  return (
    <header className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 flex-[1_1_20rem] flex-col gap-1">
        {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
        <div className="flex flex-wrap items-center gap-2">
          {typeof title === "string" ? (
            <h1 className="min-w-0 text-lg break-words">
              <bdi>{title}</bdi>
            </h1>
          ) : (
            title
          )}
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
        {tags}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
