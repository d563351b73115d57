import { Text } from "lucide-react";
import type { PanelDefinition } from "../definition";
import { TextForm } from "./text-form";
import { TextView } from "./text-view";

export const text: PanelDefinition<"text"> = {
  title: "Text",
  meaning: "Words with headings, lists and tables, formulas, and numbered citations.",
  icon: Text,
  size: { w: 12, h: 1 },
  first: { kind: "text", text: "" },
  words: ({ text: words }) => {
    const start = words.replaceAll(/[#*_`>$\n]+/g, " ").trim();
    return start.length > 60 ? `Text: ${start.slice(0, 58)}…` : `Text: ${start || "empty"}`;
  },
  View: TextView,
  Form: TextForm,
};
