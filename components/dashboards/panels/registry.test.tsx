import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { TheoriesProvider } from "@/components/theories/theories-provider";
import { ToastProvider } from "@/components/ui/toast";
import { TooltipProvider } from "@/components/ui/tooltip";
import { bindable, panel as panelContract, variableKinds, type VariableValues } from "@/contracts/dashboard";
import { panelContent, type PanelData, panelData, panelKinds } from "@/contracts/dashboard-panel";
import { boundPanel } from "@/contracts/dashboard-variables";
import { PanelView } from "../panel-view";
import { examples } from "../testing/example-panels";
import { definitionOf, panelDefinitions, panelWords } from "./registry";

it("knows every kind of panel, and no other", () => {
  expect(Object.keys(panelDefinitions).sort()).toEqual([...panelKinds].sort());
  expect(panelContent.options.map(({ shape }) => shape.kind.value).sort()).toEqual([...panelKinds].sort());
  expect(Object.keys(bindable).sort()).toEqual([...panelKinds].sort());
});

describe.each(panelKinds)("%s", (kind) => {
  const { content, data } = examples[kind];
  const { title, meaning, size, first } = definitionOf(kind);
  const html = (of: PanelData | undefined, more: object = {}) =>
    renderToStaticMarkup(
      <TheoriesProvider declarations={[]}>
        <TooltipProvider>
          <ToastProvider>
            <PanelView
              lab="lab"
              panel={{ id: "p", title: "", place: { x: 0, w: 6, h: 2 }, bind: {}, content }}
              bound={{ ...boundPanel({ bind: {}, content }, {}), ...more }}
              data={of}
              cited={new Map([["a", 1]])}
            />
          </ToastProvider>
        </TooltipProvider>
      </TheoriesProvider>,
    );

  it("says what it is and what it is for, and fits on the grid", () => {
    expect(title).toMatch(/^[A-Z]/);
    expect(meaning).toMatch(/\.$/);
    panelContract.shape.place.parse({ x: 0, ...size });
    if (first) panelContent.parse(first);
  });

  it("is what the contract says, and is named by what it shows", () => {
    expect(panelContent.parse(content)).toEqual(content);
    expect(panelData.parse(data)).toEqual(data);
    expect(panelWords(content)).not.toBe("");
  });

  it("draws its data, and nothing breaks while there is none", () => {
    expect(html(data).length).toBeGreaterThan(100);
    expect(() => html(undefined)).not.toThrow();
    const gone = html({ kind: "problem", what: "There is no such thing here.", next: "Choose another." });
    expect(kind === "text" || gone.includes("There is no such thing here.")).toBe(true);
  });

  it("draws also when every model and arm is switched off", () => {
    expect(() => html(data, { models: [], arms: [] })).not.toThrow();
  });

  it("takes from variables what it says it takes, and no more", () => {
    const values: VariableValues = {
      ...{ model: ["m9"], arm: ["other"], measure: "latency", window: { from: 2, to: 3 } },
      ...{ block: 20, band: "ci" },
    };
    for (const variable of variableKinds) {
      const bound = boundPanel({ bind: { [variable]: variable }, content }, values);
      const plain = boundPanel({ bind: {}, content }, values);
      const takes = (bindable[kind] as readonly string[]).includes(variable);
      if (!takes) expect(bound.content, variable).toEqual(plain.content);
    }
  });
});
