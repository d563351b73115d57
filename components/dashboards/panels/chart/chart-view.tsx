"use client";
import { measureNamed } from "@/engine/measures/registry";
import type { PanelViewProps } from "../definition";
import { LinePanel } from "../lines";

export function ChartView({ lab, panel, bound, data }: PanelViewProps<"chart">) {
  const [kind, key] = bound.content.figure.split(":");
  const title = measureNamed(key)?.title ?? key;
  return (
    <LinePanel
      lab={lab}
      panel={panel}
      data={data}
      bound={bound}
      missing={
        kind === "difference"
          ? `No group of this panel has a difference from control in “${title}”.`
          : `No group of this panel has the measure “${title}”.`
      }
    />
  );
}
