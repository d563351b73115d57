import { numberReferences } from "@/components/dashboards/cited";
import { referenceAnchor } from "@/components/markdown/citations";
import type { PanelData } from "@/contracts/dashboard-panel";
import type { PublicationManifest } from "@/contracts/publication";
import { type Html, html } from "../html";
import { madeOf } from "../page/made-of";
import { citedOf, document, panelsOf, paragraphs, placesCss, referenceHtml } from "../page/page";
import { panelBody, type ShownPanel } from "../page/panel";
import { queryOf, settingsNav } from "../page/settings";
import { numbersOf } from "../panels";
import { conversationHtml, conversationStyle, type Draft, type Written } from "./conversation";

export interface ReviewOf {
  readonly manifest: PublicationManifest;
  readonly hash: string;
  readonly data: Readonly<Record<string, PanelData>>;
  readonly setting: number;
  /** "/blind/<address>", for links and the form; null in a page of its own, within the archive. */
  readonly path: string | null;
  /** Where the page itself is in each setting. */
  readonly at: Parameters<typeof settingsNav>[3];
  readonly comments: readonly Written[];
  readonly draft: Draft;
}

/** A blind copy as one page without scripts. Nothing on it comes from anywhere but the copy. */
export function reviewPage(of: ReviewOf): string {
  const { manifest, data, setting, path, at, comments, draft } = of;
  return document(
    manifest.title,
    html`<a class="skip" href="#panels">Skip to the panels</a>
      <header class="front">
        <p class="muted">For review. Who made this is left out.</p>
        <h1>${manifest.title}</h1>
        ${manifest.abstract && html`<div class="abstract">${paragraphs(manifest.abstract)}</div>`}
        ${
          manifest.missing.length > 0 &&
          html`<p class="absent">
            Not in this copy, since the authors may not show it: ${countedKinds(manifest)}.
          </p>`
        }
      </header>
      ${settingsNav(manifest, setting, data, at)}
      <main id="panels" class="panels" tabindex="-1">
        ${panelsOf(of).map((shown) => {
          const { x, w } = shown.panel.place;
          return html`<section class="panel c${x + 1}s${w}" id="panel-${shown.panel.id}">
            ${panelBody(shown, citedOf(manifest))}${path && takeAway(of, path, shown)}
          </section>`;
        })}
      </main>
      ${ends(of)}${path && html`<div class="ends">${conversationHtml(manifest, comments, draft, path)}</div>`}`,
    placesCss(manifest) + conversationStyle,
  );
}

function countedKinds({ missing }: PublicationManifest): string {
  const counts = new Map<string, number>();
  for (const { kind } of missing) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${kind}${count === 1 ? "" : "s"}`).join(", ");
}

function takeAway({ manifest, setting }: ReviewOf, path: string, { panel, bound, data }: ShownPanel): Html {
  const query = queryOf(manifest, setting);
  const title = panel.title || panel.id;
  const link = (href: string, words: string) =>
    html`<li>
      <a href="${href}">${words}<span class="skip"> of ${title}</span></a>
    </li>`;
  const file = (name: string, words: string) => link(`${path}/${name}${query}`, words);
  const isDrawn = data.kind === "chart" || data.kind === "traces" || data.kind === "run";
  return html`<ul class="take">
    ${isDrawn && file(`figures/${panel.id}.svg`, "SVG")}
    ${
      numbersOf(data, bound) && [
        ...[file(`data/${panel.id}.csv`, "CSV"), file(`data/${panel.id}.parquet`, "Parquet")],
        file(`data/${panel.id}.dictionary.csv`, "What the columns mean"),
      ]
    }
    ${link(`${path}?about=${panel.id}#write`, "Comment")}
  </ul>`;
}

function ends({ manifest, hash, setting, data, path }: ReviewOf): Html {
  const references = numberReferences(manifest.document);
  return html`<div class="ends">
    ${
      references.length > 0 &&
      html`<section aria-labelledby="references">
        <h2 id="references">References</h2>
        <ol>
          ${references.map(({ reference, number }) => html`<li id="${referenceAnchor(number)}">${referenceHtml(reference)}</li>`)}
        </ol>
      </section>`
    }
    <section aria-labelledby="made">
      <h2 id="made">What it is made of</h2>
      <dl>
        ${madeOf(manifest, setting, data)}
        <dt>Hash</dt>
        <dd><code>${hash}</code> stands for every number here, under a key of this copy alone.</dd>
      </dl>
      ${
        path &&
        html`<p>
            To run every simulation again and compare bit for bit, take the archive and call
            <code>npm run phasic -- reproduce archive.zip</code>.
          </p>
          <ul class="take">
            <li><a href="${path}/archive.zip">Archive</a></li>
            <li><a href="${path}/methods.md">Methods</a></li>
          </ul>`
      }
    </section>
  </div>`;
}

export const nothingToReview = (next: string): string =>
  document(
    "Nothing to review",
    html`<main>
      <h1>There is nothing to review here</h1>
      <p>${next}</p>
    </main>`,
  );
