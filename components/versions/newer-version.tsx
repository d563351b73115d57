"use client";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";
import type { ReactNode } from "react";

/** Somebody saved a version while this one was being written: what it changed, and how to go on. */
export function NewerVersion({
  author,
  number,
  onSeen,
  children,
}: {
  author: string | null;
  number: number;
  onSeen: () => void;
  /** What that version changed. */
  children: ReactNode;
}) {
  return (
    <Problem
      title={`${author ?? "Somebody"} saved v${number} meanwhile.`}
      action={<Button onClick={onSeen}>I have seen it; mine comes after v{number}</Button>}
    >
      <p className="mb-2">Your values are kept as they are. This is what v{number} changed:</p>
      {children}
    </Problem>
  );
}
