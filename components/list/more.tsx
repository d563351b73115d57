"use client";
import { useEffect, useRef } from "react";
import { Button } from "../ui/button";

/** What follows comes at a press; or by itself when the end is scrolled to, where nothing else stands below. */
export function More({
  query: { hasNextPage, isFetchingNextPage, fetchNextPage },
  shown,
  total,
  noun,
  byItself = false,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  shown: number;
  total: number;
  /** In the plural. */
  noun: string;
  byItself?: boolean;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const at = button.current;
    if (!byItself || !at || !hasNextPage || isFetchingNextPage) return;
    const seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage();
    });
    seen.observe(at);
    return () => seen.disconnect();
  }, [byItself, hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <p className="sticky left-0 flex w-fit items-center gap-3 p-2 text-sm text-muted">
      <Button ref={button} busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        Show more
      </Button>
      {shown} of {total} {noun}
    </p>
  );
}
