import clsx from "clsx";

/** Holds the place of what is on its way; the words for it stand once, on the box around. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden data-part="skeleton" className={clsx("rounded bg-sunken", className)} />;
}

export function PageSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-4">
      <span className="sr-only">Loading</span>
      <Skeleton className="h-7 w-64" />
      <Skeleton className="h-4 w-96 max-w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
