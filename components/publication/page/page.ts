import { numberReferences } from "@/components/dashboards/cited";
import { referenceAnchor } from "@/components/markdown/citations";
import type { Reference } from "@/contracts/dashboard";
import type { PanelData } from "@/contracts/dashboard-panel";
import { boundPanel } from "@/contracts/dashboard-variables";
import { licences } from "@/contracts/licence";
import type { PublicationAuthor, PublicationManifest } from "@/contracts/publication";
import { type Html, html } from "../html";
import { numbersOf } from "../panels";
import { madeOf } from "./made-of";
import { panelBody, type ShownPanel } from "./panel";
import { queryOf, settingsNav, settingWords } from "./settings";
import { style } from "./style";

export interface PageOf {
  readonly manifest: PublicationManifest;
  readonly hash: string;
  /** Data of the setting that is shown, by panel. */
  readonly data: Readonly<Record<string, PanelData>>;
  readonly setting: number;
  /** "https://phasic.example/p/abc": where the newest version is. */
  readonly address: string;
  /** Where the page itself is in each setting. */
  readonly at: Parameters<typeof settingsNav>[3];
  readonly versions: readonly {
    readonly number: number;
    readonly notes: string;
    readonly publishedAt: Date;
    readonly hash: string;
  }[];
  /** Who has withdrawn since. */
  readonly withdrawals: readonly { readonly who: "author" | "maker"; readonly since: Date }[];
  /** Files beside those of the panels; addresses below that of the version. */
  readonly downloads: readonly { readonly label: string; readonly file: string }[];
}

const day = (date: Date | string) => new Date(date).toISOString().slice(0, 10);
const licenceTitle = (id: string) => licences.find((one) => one.id === id)?.title ?? id;

export const panelsOf = ({
  manifest,
  setting,
  data,
}: Pick<PageOf, "manifest" | "setting" | "data">): ShownPanel[] =>
  manifest.document.panels.map((panel) => ({
    ...{ panel, bound: boundPanel(panel, manifest.settings[setting].values) },
    data: data[panel.id] ?? { kind: "problem", what: "It is not there.", next: "" },
  }));

export const citedOf = ({ document }: Pick<PublicationManifest, "document">) =>
  new Map(numberReferences(document).map(({ reference, number }) => [reference.key, number]));

/** A publication as one page without scripts: everything that a reader needs stands in it. */
export function publicationPage(of: PageOf): string {
  const { manifest, data, setting, at, versions } = of;
  const latest = versions[0].number;
  return document(
    manifest.title,
    html`<a class="skip" href="#panels">Skip to the panels</a>
      <header class="front">
        ${manifest.version !== latest && html`<p class="absent">This is version ${manifest.version}. <a href="${of.address}">Version ${latest} is the newest.</a></p>`}
        <h1>${manifest.title}</h1>
        <p>${manifest.authors.map((author, index) => html`${index > 0 && ", "}${authorHtml(author)}`)}</p>
        ${affiliations(manifest.authors)}
        <p class="muted">
          Version ${manifest.version},
          <time datetime="${manifest.publishedAt}">${day(manifest.publishedAt)}</time> ·
          ${licenceTitle(manifest.licence)}
        </p>
        ${manifest.abstract && html`<div class="abstract">${paragraphs(manifest.abstract)}</div>`}
        ${missing(manifest)}${withdrawn(of)}
      </header>
      ${settingsNav(manifest, setting, data, at)}
      <main id="panels" class="panels" tabindex="-1">
        ${panelsOf(of).map((shown) => {
          const { x, w } = shown.panel.place;
          return html`<section class="panel c${x + 1}s${w}" id="panel-${shown.panel.id}">
            ${panelBody(shown, citedOf(manifest))}${takeAway(of, shown)}
          </section>`;
        })}
      </main>
      ${ends(of)}`,
    placesCss(manifest),
  );
}

/** A page may have no style attributes: the few places that panels have are classes. */
export const placesCss = ({ document: { panels } }: PublicationManifest): string =>
  [...new Set(panels.map(({ place: { x, w } }) => `.c${x + 1}s${w}{grid-column:${x + 1}/span ${w}}`))].join(
    "",
  );

const authorHtml = ({ name, orcid }: PublicationAuthor) =>
  orcid ? html`<a href="https://orcid.org/${orcid}" rel="author">${name}</a>` : html`${name}`;

const affiliations = (authors: readonly PublicationAuthor[]): Html | null => {
  const given = [...new Set(authors.map(({ affiliation }) => affiliation).filter(Boolean))];
  return given.length > 0 ? html`<p class="muted">${given.join("; ")}</p>` : null;
};

export const paragraphs = (text: string) => text.split(/\n\s*\n/).map((one) => html`<p>${one}</p>`);

const missing = ({ missing: left }: PublicationManifest): Html | null =>
  left.length === 0
    ? null
    : html`<div class="absent">
        <p><b>Not published here</b></p>
        <ul>
          ${left.map(({ kind, what, why }) => html`<li>The ${kind} ${what}: ${why}</li>`)}
        </ul>
      </div>`;

const withdrawn = ({ withdrawals }: PageOf): Html | null =>
  withdrawals.length === 0
    ? null
    : html`<div class="absent">
        <p><b>Since this version came out</b></p>
        <ul>
          ${withdrawals.map(({ who, since }) => html`<li>${who === "author" ? "An author" : "Somebody who made a part of it"} withdrew on ${day(since)}. Later versions leave ${who === "author" ? "them" : "that part"} out.</li>`)}
        </ul>
      </div>`;

function takeAway({ manifest, setting, address }: PageOf, { panel, bound, data }: ShownPanel): Html | null {
  if (data.kind === "problem" || data.kind === "text") return null;
  const base = `${address}/v/${manifest.version}`;
  const query = queryOf(manifest, setting);
  const drawn = data.kind !== "table" && data.kind !== "dataset";
  const title = panel.title || panel.id;
  const link = (path: string, words: string) =>
    html`<li>
      <a href="${path}${query}">${words}<span class="skip"> of ${title}</span></a>
    </li>`;
  return html`<ul class="take">
    ${drawn && [link(`${base}/figures/${panel.id}.svg`, "SVG"), link(`${base}/figures/${panel.id}.pdf`, "PDF")]}
    ${
      numbersOf(data, bound) && [
        link(`${base}/data/${panel.id}.csv`, "CSV"),
        link(`${base}/data/${panel.id}.parquet`, "Parquet"),
        link(`${base}/data/${panel.id}.dictionary.csv`, "What the columns mean"),
      ]
    }
    ${link(`${address.replace("/p/", "/embed/")}/${manifest.version}/${panel.id}`, "For embedding")}
  </ul>`;
}

function ends(of: PageOf): Html {
  const { manifest, hash, versions, downloads, address } = of;
  const base = `${address}/v/${manifest.version}`;
  const references = numberReferences(manifest.document);
  const names = manifest.authors.map(({ name }) => name).join(", ");
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
    <section aria-labelledby="cite">
      <h2 id="cite">Cite and take away</h2>
      <p>
        ${names} (${day(manifest.publishedAt).slice(0, 4)}). ${manifest.title}. Version ${manifest.version}.
        <a href="${base}">${base}</a>
      </p>
      ${
        downloads.length > 0 &&
        html`<ul class="take">
          ${downloads.map(({ label, file }) => html`<li><a href="${base}/${file}">${label}</a></li>`)}
        </ul>`
      }
      <p class="muted">
        To run everything again and compare it bit for bit:
        <code>npm run phasic -- reproduce ${address}</code>
      </p>
      <p class="muted">
        Each panel has its figures and numbers below it. To embed one, put its address into an iframe.
      </p>
    </section>
    <section aria-labelledby="made">
      <h2 id="made">What it is made of</h2>
      <dl>
        ${madeOf(manifest, of.setting, of.data)}
        <dt>Hash</dt>
        <dd>
          <code>${hash}</code> stands for every number here: SHA-256 of the manifest, which names the SHA-256
          of every part.
        </dd>
      </dl>
    </section>
    <section aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <ul>
        ${versions.map(({ number, notes, publishedAt }) => html`<li><a href="${address}/v/${number}" ${number === manifest.version && html` aria-current="page"`}>Version ${number}</a>, ${day(publishedAt)}${notes && html`: ${notes}`}</li>`)}
      </ul>
    </section>
  </div>`;
}

export function referenceHtml({ authors, year, title, container, doi, url }: Reference): Html {
  const begin = [authors, year && `(${year})`].filter(Boolean).join(" ");
  const address = doi ? `https://doi.org/${doi}` : url;
  return html`${begin && `${begin}${begin.endsWith(".") ? "" : "."} `}${title}${/[.?!]$/.test(title) ? " " : ". "}${container && html`<i>${container}.</i> `}${address && html`<a href="${address}" rel="noopener noreferrer">${doi ? `doi:${doi}` : url}</a>`}`;
}

/** One panel by itself, for a frame on somebody's page. */
export function embeddedPanel(of: PageOf, panelId: string): string | null {
  const shown = panelsOf(of).find(({ panel }) => panel.id === panelId);
  if (!shown) return null;
  const { manifest, address, setting, data } = of;
  const page = `${address}/v/${manifest.version}${queryOf(manifest, setting)}#panel-${panelId}`;
  const words = settingWords(manifest, setting, data);
  return document(
    `${shown.panel.title || panelId}, ${manifest.title}`,
    html`<main>${panelBody(shown, citedOf(manifest))}</main>
      <p class="muted">
        ${words && html`${words} · `}<a href="${page}" target="_blank" rel="noopener"
          >${manifest.title}, version ${manifest.version}</a
        >
      </p>`,
  );
}

/** Where a publication was. */
export const tombstonePage = (of: { title: string; withdrawnAt: Date; reason: string }): string =>
  document(
    `Withdrawn: ${of.title}`,
    html`<main>
      <h1>Withdrawn: ${of.title}</h1>
      <p>This publication was withdrawn on ${day(of.withdrawnAt)}.</p>
      <p>Reason: ${of.reason}</p>
    </main>`,
  );

/** Where a publication was whose lab is deleted: nothing else is known of it. */
export const gravePage = (of: { publishedOn: Date; goneOn: Date }): string =>
  document(
    "A publication was here",
    html`<main>
      <h1>A publication was here</h1>
      <p>
        It came out on ${day(of.publishedOn)}. The lab that published it was deleted on ${day(of.goneOn)}, and
        nothing of it is kept here.
      </p>
    </main>`,
  );

export const nothingHere = (): string =>
  document(
    "No publication",
    html`<main>
      <h1>There is no publication at this address</h1>
      <p>Check the address, or ask whoever gave it to you.</p>
    </main>`,
  );

export const document = (title: string, body: Html, more = ""): string =>
  [
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8" />`,
    `<meta name="viewport" content="width=device-width, initial-scale=1" />`,
    html`<title>${title}</title>`.text,
    `<style>${style}${more}</style></head><body>${body.text}</body></html>\n`,
  ].join("");
