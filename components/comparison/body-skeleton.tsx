import { Skeleton } from "@/components/ui/skeleton";

/** The layout of the page with nothing in it yet: what comes moves nothing. */
export function BodySkeleton() {
  return (
    <div role="status" className="grid gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <span className="sr-only">Loading the comparison</span>
      <div className="hidden flex-col gap-2 lg:flex">
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} className="h-12" />
        ))}
      </div>
      <FiguresSkeleton />
    </div>
  );
}

export function FiguresSkeleton() {
  return (
    <div className="grid gap-x-8 gap-y-8 min-[1800px]:grid-cols-2">
      {Array.from({ length: 4 }, (_, index) => (
        <div key={index} className="flex flex-col gap-2">
          <Skeleton className="h-5 w-56" />
          <Skeleton className="h-64" />
          <Skeleton className="h-4 w-72" />
        </div>
      ))}
    </div>
  );
}
