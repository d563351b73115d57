import { Database } from "lucide-react";
import type { PanelDefinition } from "../definition";
import { DatasetForm } from "./dataset-form";
import { DatasetView } from "./dataset-view";

export const dataset: PanelDefinition<"dataset"> = {
  title: "Dataset",
  meaning: "Who was recorded, how many, which signals, under which licence, and whom to cite.",
  icon: Database,
  size: { w: 6, h: 3 },
  first: null,
  words: () => "Summary of a dataset",
  View: DatasetView,
  Form: DatasetForm,
};
