import type { PanelData } from "@/contracts/dashboard-panel";
import type { PublicationManifest } from "@/contracts/publication";
import { type Html, html } from "../html";
import { settingWords } from "./settings";

const counted = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

/** What stands behind a publication, as entries of a list of descriptions. */
export const madeOf = (
  manifest: PublicationManifest,
  setting: number,
  data: Readonly<Record<string, PanelData>>,
): Html => html`
  <dt>Shown</dt>
  <dd>${settingWords(manifest, setting, data) || "as arranged"}</dd>
  <dt>Simulations</dt>
  <dd>${counted(manifest.runs.length, "run")} of ${counted(manifest.models.length, "model")}</dd>
  ${manifest.models.map(
    ({ name, number, role }) =>
      html`<dt>Model</dt>
        <dd>${name} v${number}: dopamine as ${role.replaceAll("-", " ")}</dd>`,
  )}
  ${manifest.paradigms.map(
    ({ name, number, spec }) =>
      html`<dt>Paradigm</dt>
        <dd>${name} v${number}. ${spec.citation}</dd>`,
  )}
  ${manifest.datasets.map(
    ({ name, number, licence, citation, doi }) =>
      html`<dt>Recording</dt>
        <dd>
          ${name} v${number}. ${citation} Licence
          ${licence}.${doi && html` <a href="https://doi.org/${doi}" rel="noopener noreferrer">doi:${doi}</a>`}
        </dd>`,
  )}
  <dt>Engine</dt>
  <dd>${manifest.engineVersions.map((version) => html`<code>${version.slice(0, 12)}</code> `)}</dd>
`;
