"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Problem } from "../ui/problem";
import { PageSkeleton } from "../ui/skeleton";
import { isSignedOut, said } from "./said";

/** Data when there is some, a skeleton while it comes, what went wrong when it does not. */
export function QueryState<T>({
  query,
  what,
  waiting = <PageSkeleton />,
  children,
}: {
  query: {
    data: T | undefined;
    isError: boolean;
    error: { message: string } | null;
    refetch: () => unknown;
  };
  /** "the models of this lab" */
  what: string;
  /** Holds the place meanwhile. */
  waiting?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const pathname = usePathname();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError && query.error)
    return (
      <Problem
        title={`Could not read ${what}.`}
        action={
          isSignedOut(query.error) ? (
            <ButtonLink href={`/sign-in?next=${encodeURIComponent(pathname)}`}>Sign in</ButtonLink>
          ) : (
            <Button onClick={() => void query.refetch()}>Try again</Button>
          )
        }
      >
        {said(query.error)}
      </Problem>
    );
  return waiting;
}
