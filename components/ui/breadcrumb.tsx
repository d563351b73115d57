import Link from "next/link";

export interface Crumb {
  label: string;
  href: string;
}

/** Where the page lives; the page itself is the heading below. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap gap-x-1 text-sm text-muted">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="after:ml-1 after:content-['/'] last:after:content-none">
            <Link href={crumb.href} className="underline-offset-2 hover:text-ink hover:underline">
              <bdi>{crumb.label}</bdi>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
