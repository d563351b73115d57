import { measureNamed } from "@/engine/measures/registry";
import { Footprints } from "lucide-react";
import type { PanelDefinition } from "../definition";
import { RunForm } from "./run-form";
import { RunView } from "./run-view";

export const run: PanelDefinition<"run"> = {
  title: "One run",
  meaning: "Its licks trial by trial, a map of its dopamine, or one of its learning curves.",
  icon: Footprints,
  size: { w: 6, h: 4 },
  first: null,
  words: ({ run: { arm, subject, repetition }, show }) => {
    const what =
      show.as === "raster"
        ? "Licks"
        : show.as === "heat-map"
          ? `Dopamine map, ${show.type}`
          : (measureNamed(show.measure)?.title ?? show.measure);
    return `${what} of one run: ${arm}, ${subject}, repetition ${repetition}`;
  },
  View: RunView,
  Form: RunForm,
};
