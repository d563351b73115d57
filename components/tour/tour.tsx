"use client";
import { usePreferences } from "@/components/shell/preferences";
import { usePathname, useRouter } from "next/navigation";
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import { steps } from "./steps";
import { TourCard } from "./tour-card";

const Context = createContext<() => void>(() => {});

/** @returns what starts the tour of the demonstration, from wherever one is in a lab. */
export const useStartTour = () => use(Context);

/** The tour walks beside the pages: it never covers what it is about, and everything else goes on working. */
export function TourProvider({ lab, children }: { lab: string; children: ReactNode }) {
  const { rememberTour } = usePreferences();
  const router = useRouter();
  const pathname = usePathname();
  const [at, setAt] = useState<number | null>(null);
  /** The comparison that the first step led to: where one finds the way back. */
  const [comparison, setComparison] = useState<string | null>(null);
  const before = useRef<HTMLElement | null>(null);
  const home = `/lab/${lab}`;

  const start = useCallback(() => {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setComparison(null);
    if (window.location.pathname !== home) router.push(home);
    setAt(0);
  }, [home, router]);
  const end = () => {
    setAt(null);
    rememberTour("demonstration");
    const back = before.current?.isConnected ? before.current : document.getElementById("main");
    requestAnimationFrame(() => back?.focus());
  };
  const move = (to: number) => {
    if (at === null) return;
    if (to >= steps.length) return end();
    const { follows } = steps[at];
    if (to > at && follows) {
      const link = document.querySelector<HTMLAnchorElement>(follows);
      const href = link?.getAttribute("href") ?? `${home}/compare`;
      setComparison(href);
      router.push(href);
    } else if (steps[to].page === "home" && pathname !== home) router.push(home);
    setAt(to);
  };
  const step = at === null ? null : steps[at];
  const isHere =
    step !== null && (step.page === "home" ? pathname === home : pathname.startsWith(`${home}/compare`));
  return (
    <Context value={useMemo(() => start, [start])}>
      {children}
      {step && at !== null && (
        <TourCard
          step={step}
          number={at + 1}
          of={steps.length}
          wayBack={isHere ? null : step.page === "home" ? home : (comparison ?? `${home}/compare`)}
          onBack={at > 0 ? () => move(at - 1) : null}
          onNext={() => move(at + 1)}
          onEnd={end}
        />
      )}
    </Context>
  );
}
