import { bandNames } from "@/components/charts/band";
import { optionsOf } from "@/components/dashboards/variables/options";
import { canonicalJson } from "@/contracts/canonical-json";
import type { Variable, VariableValues } from "@/contracts/dashboard";
import { readValues, writeValues } from "@/contracts/dashboard-address";
import type { PanelData, TrialWindow } from "@/contracts/dashboard-panel";
import type { FrozenContent } from "@/contracts/publication";
import { measureNamed } from "@/engine/measures/registry";
import { html, type Html } from "../html";

type Frozen = Pick<FrozenContent, "document" | "settings">;
type Value = VariableValues[string];

/** Place of the setting that an address asks for; what was not frozen opens as the dashboard does. */
export function settingAsked({ document, settings }: Frozen, query: string): number {
  const asked = canonicalJson(readValues(query, document.variables));
  return Math.max(
    0,
    settings.findIndex(({ values }) => canonicalJson(values) === asked),
  );
}

/** The part of the address that asks for a setting; empty for the first. */
export function queryOf({ document, settings }: Frozen, setting: number): string {
  const query = writeValues("", document.variables, settings[setting].values);
  return query && `?${query}`;
}

/** Where a page is in each setting: at one path, told apart by the query. */
export const byQuery =
  (path: string) =>
  (frozen: Frozen, setting: number): string =>
    path + queryOf(frozen, setting);

/** Letters of all pages of settings that an archive holds. */
const mostOffline = 24_000_000;
/** How many settings have a page of their own in an archive, whose first page is this long. */
export const offlinePages = (settings: number, length: number): number =>
  Math.min(settings, Math.max(1, Math.floor(mostOffline / length)));

const offlinePath = (setting: number) => (setting === 0 ? "index.html" : `settings/${setting + 1}.html`);
/** Where a page of an archive is, and from it each of the first `pages` settings. */
export const byFile = (from: number, pages: number) => ({
  path: offlinePath(from),
  at: (_: Frozen, setting: number): string | null =>
    setting < pages ? (from === 0 ? "" : "../") + offlinePath(setting) : null,
});

/**
 * For each variable with a choice, every frozen value as an address: the page needs no script.
 * @param at where the page is in another setting; null where it has none in an archive.
 */
export function settingsNav(
  frozen: Frozen,
  current: number,
  data: Readonly<Record<string, PanelData>>,
  at: (frozen: Frozen, setting: number) => string | null,
): Html | null {
  const { document, settings } = frozen;
  const { values } = settings[current];
  const choices = document.variables.flatMap((variable) => {
    const options = [
      ...new Map(settings.map((one) => [canonicalJson(one.values[variable.name]), one])).values(),
    ];
    return options.length > 1 ? [{ variable, options: options.map((one) => one.values[variable.name]) }] : [];
  });
  if (choices.length === 0) return null;
  const place = (variable: Variable, value: Value) => {
    const wanted = canonicalJson({ ...values, [variable.name]: value });
    return settings.findIndex((one) => canonicalJson(one.values) === wanted);
  };
  return html`<nav class="settings" aria-label="What the panels show">
    ${choices.map(
      ({ variable, options }) =>
        html`<div>
          <span class="muted">${variable.title}</span>
          ${options.map((value) => {
            const words = wordsOf(variable, value, frozen, data);
            const index = place(variable, value);
            if (index === current) return html`<b aria-current="true">${words}</b> `;
            const address = at(frozen, index);
            return address === null
              ? html`<span class="muted">${words}</span> `
              : html`<a href="${address}">${words}</a> `;
          })}
        </div>`,
    )}
    ${
      settings.some((_, index) => at(frozen, index) === null) &&
      html`<p class="muted">
        This archive has no page for the settings without a link: parts/ holds their numbers, as manifest.json
        says.
      </p>`
    }
  </nav>`;
}

/** What the variables are set to, for captions of an embedded panel and for print. */
export const settingWords = (
  frozen: Frozen,
  setting: number,
  data: Readonly<Record<string, PanelData>>,
): string =>
  frozen.document.variables
    .map(
      (variable) =>
        `${variable.title}: ${wordsOf(variable, frozen.settings[setting].values[variable.name], frozen, data)}`,
    )
    .join(" · ");

function wordsOf(
  variable: Variable,
  value: Value,
  { document }: Frozen,
  data: Readonly<Record<string, PanelData>>,
): string {
  if (value === null) return "all";
  if (variable.kind === "window") {
    const { from, to } = value as TrialWindow;
    return `${from}–${to}`;
  }
  if (variable.kind === "block") return `${String(value)} trials`;
  if (variable.kind === "band") return bandNames[value as keyof typeof bandNames];
  if (variable.kind === "measure") return measureNamed(String(value))?.title ?? String(value);
  const options = optionsOf(variable, document, data);
  return (value as string[])
    .map((one) => options.find((option) => option.value === one)?.words ?? one)
    .join(", ");
}
