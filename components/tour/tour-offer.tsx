"use client";
import { usePreferences } from "@/components/shell/preferences";
import { Button } from "@/components/ui/button";
import { useStartTour } from "./tour";

/** Offered on the first page of a lab that holds the demonstration, until it is taken or declined. */
export function TourOffer() {
  const { toursSeen, rememberTour } = usePreferences();
  const start = useStartTour();
  if (toursSeen.includes("demonstration")) return null;
  return (
    <section
      aria-label="Tour"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-accent bg-accent-wash p-3"
    >
      <p className="min-w-0 flex-1 basis-80">
        This lab opens with a demonstration: the same task under both readings of dopamine. A tour of it takes
        under a minute.
      </p>
      <div className="flex gap-2">
        <Button look="primary" onClick={start}>
          Start the tour
        </Button>
        <Button look="quiet" onClick={() => rememberTour("demonstration")}>
          Not now
        </Button>
      </div>
    </section>
  );
}
