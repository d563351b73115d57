import { Skeleton } from "../ui/skeleton";

/** The layout of a list with nothing in it yet: what comes moves nothing. */
export function ListSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">Loading</span>
      <div className="mb-2 flex gap-3">
        <Skeleton className="h-8 w-72" />
      </div>
      <div className="overflow-hidden rounded border border-line">
        <Skeleton className="h-8 rounded-none" />
        {Array.from({ length: 8 }, (_, index) => (
          <div key={index} className="flex h-9 items-center gap-6 border-t border-line px-2">
            <Skeleton className="h-3 w-48" />
            <Skeleton className="h-3 w-24" />
            <Skeleton className="h-3 w-32 max-sm:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
