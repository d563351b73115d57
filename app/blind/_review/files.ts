import { fileWidth, panelDrawing } from "@/components/publication/drawing/panel-drawing";
import { svgFile } from "@/components/publication/drawing/svg";
import { byFile, offlinePages, settingWords } from "@/components/publication/page/settings";
import { figuresOf, numbersOf } from "@/components/publication/panels";
import { reviewPage } from "@/components/publication/review/review-page";
import { boundPanel } from "@/contracts/dashboard-variables";
import { notFound } from "@/server/errors";
import { type Review, reviewMethods, reviewPanel, reviewPanels } from "@/server/publications/blind/service";
import { tableFile } from "@/server/publications/service";
import { setImmediate } from "node:timers/promises";

interface File {
  readonly path: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer> | string;
}

async function panelOf(review: Review, setting: number, id: string) {
  const panel = review.manifest.document.panels.find((one) => one.id === id);
  if (!panel) throw notFound("panel", id);
  const data = await reviewPanel(review, setting, id);
  return { panel, data, bound: boundPanel(panel, review.manifest.settings[setting].values) };
}

/** The first letters of its hash: that a file is from this copy stands in it, so that it is like no file of another. */
const mark = ({ hash }: Review) => hash.slice(0, 8);

/** Throws not-found where the panel draws nothing. */
export async function figureFile(review: Review, setting: number, id: string): Promise<File> {
  const { manifest } = review;
  const { panel, bound, data } = await panelOf(review, setting, id);
  const figures = figuresOf(data, bound).filter(({ empty }) => empty === null);
  if (figures.length === 0) throw notFound("figure", id);
  const source = `${manifest.title}, blind copy ${mark(review)}. ${settingWords(manifest, setting, { [id]: data })}`;
  const title = panel.title || figures[0].title;
  return {
    ...{ path: `figures/${id}.svg`, name: title, mediaType: "image/svg+xml" },
    bytes: svgFile(panelDrawing(figures, source), title, fileWidth),
  };
}

/** Throws not-found where the panel has no numbers. */
export async function numbersFile(
  review: Review,
  setting: number,
  id: string,
  format: Parameters<typeof tableFile>[1],
): Promise<File> {
  const { panel, bound, data } = await panelOf(review, setting, id);
  const numbers = numbersOf(data, bound);
  if (!numbers) throw notFound("numbers", id);
  const meaning = "the blind copy that the numbers are from";
  const { bytes, mediaType } = await tableFile(
    {
      name: id,
      columns: [...numbers.columns, { name: "copy", type: "text", unit: "", meaning }],
      rows: numbers.rows.map((row) => [...row, mark(review)]),
    },
    format,
  );
  return { path: `data/${id}.${format}`, name: panel.title || id, mediaType, bytes };
}

export async function methodsFile(review: Review): Promise<File> {
  const text = await reviewMethods(review);
  return {
    ...{ path: "methods.md", name: "Methods", mediaType: "text/markdown; charset=utf-8" },
    bytes: `${text}\nBlind copy ${mark(review)}.\n`,
  };
}

/** A page for each setting that was frozen, linked to each other. */
async function offlineFile(
  review: Review,
  setting: number,
  pages: number,
): Promise<File & { bytes: string }> {
  // many settings take seconds: others are answered in between
  await setImmediate();
  const { manifest, hash } = review;
  const { path, at } = byFile(setting, pages);
  const data = await reviewPanels(review, setting);
  const page = reviewPage({
    ...{ manifest, hash, data, setting, at, path: null, comments: [] },
    draft: { as: "", panel: null, body: "", problem: null },
  });
  const words = settingWords(manifest, setting, data);
  return {
    ...{ path, name: `${manifest.title}${words && `. ${words}`}` },
    ...{ mediaType: "text/html; charset=utf-8", bytes: page },
  };
}

/** What the archive holds for people: a page for each setting, the methods, figures and numbers of the first one. */
export async function filesOf(review: Review): Promise<File[]> {
  const { manifest } = review;
  const data = await reviewPanels(review, 0);
  const files: File[] = [await methodsFile(review)];
  const settings = manifest.settings.length;
  const pages = offlinePages(settings, (await offlineFile(review, 0, settings)).bytes.length);
  for (let setting = 0; setting < pages; setting += 1) files.push(await offlineFile(review, setting, pages));
  for (const panel of manifest.document.panels) {
    const bound = boundPanel(panel, manifest.settings[0].values);
    const own = data[panel.id];
    if (figuresOf(own, bound).some(({ empty }) => empty === null))
      files.push(await figureFile(review, 0, panel.id));
    if (numbersOf(own, bound))
      for (const format of ["csv", "parquet", "dictionary.csv"] as const)
        files.push(await numbersFile(review, 0, panel.id, format));
  }
  return files;
}
