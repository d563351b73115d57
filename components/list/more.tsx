"use client";
import { useEffect, useRef } from "react";
import { Button } from "../ui/button";

/** What follows comes by itself when the end is scrolled to, or at a press. */
export function More({
  query: { hasNextPage, isFetchingNextPage, fetchNextPage },
  shown,
  total,
  noun,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  shown: number;
  total: number;
  /** In the plural. */
  noun: string;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const at = button.current;
    if (!at || !hasNextPage || isFetchingNextPage) return;
    const seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage();
    });
    seen.observe(at);
    return () => seen.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
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
