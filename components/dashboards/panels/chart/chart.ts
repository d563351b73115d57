import { measureNamed } from "@/engine/measures/registry";
import { ChartLine } from "lucide-react";
import type { PanelDefinition } from "../definition";
import { ChartForm } from "./chart-form";
import { ChartView } from "./chart-view";

export const chart: PanelDefinition<"chart"> = {
  title: "Chart",
  meaning: "A learning curve of groups on the same axes, or its difference from control.",
  icon: ChartLine,
  size: { w: 6, h: 4 },
  first: null,
  words: ({ figure }) => {
    const [kind, key] = figure.split(":");
    const title = measureNamed(key)?.title ?? key;
    return kind === "difference" ? `${title}, difference from control` : title;
  },
  View: ChartView,
  Form: ChartForm,
};
