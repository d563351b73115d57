import type { PublicationManifest } from "@/contracts/publication";
import { mostBlindComment } from "@/contracts/blind";
import { Html, html } from "../html";

export interface Written {
  readonly by: string;
  readonly panel: string | null;
  readonly body: string;
  readonly day: string;
}
/** What stands in the form: what was typed, where it was not taken. */
export interface Draft {
  readonly as: string;
  readonly panel: string | null;
  readonly body: string;
  readonly problem: string | null;
}

const panelNames = ({ document }: Pick<PublicationManifest, "document">) =>
  document.panels.map(({ id, title }, index) => ({ id, title: title || `Panel ${index + 1}` }));

/** What was written so far. */
export function saidHtml(manifest: PublicationManifest, comments: readonly Written[]): Html {
  const titleOf = new Map(panelNames(manifest).map(({ id, title }) => [id, title]));
  return html`<div id="said" data-count="${comments.length}">
    ${
      comments.length === 0
        ? html`<p>Nobody has written anything yet.</p>`
        : html`<ol class="talk">
            ${comments.map(
              ({ by, panel, body, day }) =>
                html`<li>
                  <p>
                    <b>${by}</b>
                    <span class="muted"
                      ><time datetime="${day}">${day}</time>${
                        panel && html`, on <a href="#panel-${panel}">${titleOf.get(panel)}</a>`
                      }</span
                    >
                  </p>
                  <p class="said">${body}</p>
                </li>`,
            )}
          </ol>`
    }
  </div>`;
}

/** Shows what is written meanwhile: the only script of the page, which says all without it. Comments only ever come on top. */
export const conversationScript = `setInterval(async () => {
  if (document.hidden) return;
  try {
    const response = await fetch(location.pathname.replace(/\\/comments$/, "") + "/comments");
    if (!response.ok) return;
    const said = (root) => root.getElementById("said");
    const next = said(new DOMParser().parseFromString(await response.text(), "text/html"));
    if (next && next.dataset.count !== said(document).dataset.count) said(document).replaceWith(next);
  } catch {}
}, 15000);`;

/** What the reviewer and the authors wrote, and where the reviewer writes. It works without scripts. */
export function conversationHtml(
  manifest: PublicationManifest,
  comments: readonly Written[],
  draft: Draft,
  path: string,
): Html {
  const panels = panelNames(manifest);
  return html`<section aria-labelledby="comments">
    <h2 id="comments">Your comments and the authors’ answers</h2>
    <p class="muted">
      The authors read what you write under the name that you give, and nothing else about you. Other
      reviewers do not read it.
    </p>
    <div aria-live="polite">${saidHtml(manifest, comments)}</div>
    <form method="post" action="${path}/comments" id="write" class="write">
      ${draft.problem && html`<p class="absent" role="alert"><b>It was not sent.</b> ${draft.problem}</p>`}
      <label for="as">Write as</label>
      <input id="as" name="as" value="${draft.as}" maxlength="60" autocomplete="off" />
      <label for="about">About</label>
      <select id="about" name="panel">
        <option value="">All of it</option>
        ${panels.map(
          ({ id, title }) =>
            html`<option value="${id}" ${id === draft.panel && html` selected`}>${title}</option>`,
        )}
      </select>
      <label for="body">Comment</label>
      <textarea id="body" name="body" rows="6" maxlength="${mostBlindComment}" required>
${draft.body}</textarea>
      <button type="submit">Send to the authors</button>
    </form>
    ${new Html(`<script>${conversationScript}</script>`)}
  </section>`;
}

/** Beside the style of every public page. */
export const conversationStyle =
  ".talk{list-style:none;padding:0;max-width:72ch}.talk li{border-left:2px solid var(--line-strong);padding-left:.75rem;margin:1rem 0}" +
  ".said{white-space:pre-wrap}" +
  ".write{display:flex;flex-direction:column;gap:.25rem;max-width:40rem;margin-top:1.5rem}.write label{font-weight:600;margin-top:.5rem}" +
  ".write input,.write select,.write textarea{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line-strong);border-radius:4px;padding:.25rem .5rem;width:100%}" +
  ".write button{font:inherit;align-self:flex-start;margin-top:.75rem;padding:.25rem .75rem;border:1px solid var(--accent);border-radius:4px;background:var(--accent);color:var(--paper);cursor:pointer}" +
  ".write :focus-visible{outline:2px solid var(--accent);outline-offset:2px}@media print{.write{display:none}}";
