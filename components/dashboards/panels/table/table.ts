import { measureNamed } from "@/engine/measures/registry";
import { Table2 } from "lucide-react";
import type { PanelDefinition } from "../definition";
import { TableForm } from "./table-form";
import { TableView } from "./table-view";

export const table: PanelDefinition<"table"> = {
  title: "Table of numbers",
  meaning:
    "N, mean, SD, SE, interval, paired difference, effect size and p of each group in a window of trials.",
  icon: Table2,
  size: { w: 12, h: 3 },
  first: null,
  words: ({ measures }) =>
    measures
      ? `Numbers: ${measures.map((key) => measureNamed(key)?.title ?? key).join(", ")}`
      : "Numbers of the comparison",
  View: TableView,
  Form: TableForm,
};
