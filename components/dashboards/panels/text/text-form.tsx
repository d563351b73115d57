"use client";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import type { ContentOf } from "@/contracts/dashboard-panel";
import type { PanelFormProps } from "../definition";

export function TextForm({
  content,
  onChange,
  citable,
}: Omit<PanelFormProps<"text">, "content"> & { content: ContentOf<"text"> | null }) {
  return (
    <Field
      label="Text"
      hint={
        <>
          Markdown: # heading, **bold**, lists, tables. Formulas between dollar signs: $\delta_t = r_t +
          \gamma V_{"{t+1}"} - V_t$. Citations: [@key]
          {citable.length > 0 ? `, with the keys ${citable.join(", ")}.` : "; keys come from the references."}
        </>
      }
    >
      {(control) => (
        <TextArea
          {...control}
          rows={12}
          maxLength={20_000}
          className="font-mono"
          value={content?.text ?? ""}
          onChange={(event) => onChange({ kind: "text", text: event.target.value })}
        />
      )}
    </Field>
  );
}
