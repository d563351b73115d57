"use client";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { useParams } from "next/navigation";

export default function NotSharedHere() {
  const { lab } = useParams<{ lab: string }>();
  return (
    <>
      <h1 className="mb-4 text-lg">There is nothing at this address</h1>
      <EmptyState
        title="It was never shared with your lab, or not any more"
        action={<ButtonLink href={`/lab/${lab}/shared`}>What is shared with us</ButtonLink>}
      >
        Both look the same from here. Whoever shared it may have ended it or put it into their trash, or your
        lab gave it back.
      </EmptyState>
    </>
  );
}
