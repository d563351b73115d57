import { AudioWaveform } from "lucide-react";
import type { PanelDefinition } from "../definition";
import { TracesForm } from "./traces-form";
import { TracesView } from "./traces-view";

export const traces: PanelDefinition<"traces"> = {
  title: "Mean traces",
  meaning:
    "A signal around its events: types of trial as rows, periods of training as columns; or a recording.",
  icon: AudioWaveform,
  size: { w: 12, h: 5 },
  first: null,
  words: ({ signal }) => `Mean trace, ${signal}`,
  View: TracesView,
  Form: TracesForm,
};
