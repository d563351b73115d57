import { labOf, openShareOf, person } from "@/app/_page/visitor";
import { LiveProvider } from "@/components/live/live-provider";
import { SharedPlace } from "@/components/sharing/shared-place";
import type { ReactNode } from "react";

/** What another lab shares, in a place of its own: its own rights, its own events. */
export default async function SharedLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ lab: string; share: string }>;
}) {
  const { lab, share } = await params;
  const place = `${lab}/shared/${share}`;
  const [{ id, name }, own, open] = await Promise.all([
    person(`/lab/${place}`),
    labOf(lab),
    openShareOf(place),
  ]);
  return (
    <LiveProvider lab={place}>
      <SharedPlace lab={own} place={place} person={{ id, name }} initial={open}>
        {children}
      </SharedPlace>
    </LiveProvider>
  );
}
