"use client";
import { useLiveState } from "../live/live-provider";
import { ButtonLink } from "../ui/button-link";

/** Silent while all is well. */
export function LiveMark() {
  const state = useLiveState();
  return (
    <p role="status" className="px-2 text-sm text-muted">
      {state === "polling" &&
        "Live updates are interrupted. The page asks every few seconds until they return."}
    </p>
  );
}

/** Over the page: what it shows is no longer kept up to date, because nobody here is let in any more. */
export function OutMark() {
  if (useLiveState() !== "out") return null;
  return (
    <div
      role="alert"
      className="fixed inset-x-2 bottom-2 z-40 mx-auto flex max-w-xl flex-wrap items-center justify-between gap-3 rounded border border-danger bg-danger-wash p-3"
    >
      <p>You are signed out, or no longer a member of this lab. The page is as you left it.</p>
      <ButtonLink href="/sign-in">Sign in</ButtonLink>
    </div>
  );
}
