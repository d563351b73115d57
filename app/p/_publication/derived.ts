import { stacked } from "@/components/publication/drawing/stack";
import { svgFile, withWords } from "@/components/publication/drawing/svg";
import { panelsOf, publicationPage } from "@/components/publication/page/page";
import { byFile, offlinePages, settingWords } from "@/components/publication/page/settings";
import { figuresOf, numbersOf } from "@/components/publication/panels";
import type { Derived } from "@/server/publications/archive/archive";
import { methodsOf } from "@/server/publications/methods/methods";
import { tableFile } from "@/server/publications/service";
import { setImmediate } from "node:timers/promises";
import { type Opened, pageOf } from "./open";

const formats = [
  ["csv", "Numbers"],
  ["parquet", "Numbers"],
  ["dictionary.csv", "What the columns mean"],
] as const;

/** Anybody may ask for archives, and these files take seconds: those of the last few are kept, and made once for all who ask. */
const most = 2;
const kept = new Map<string, Promise<Derived[]>>();

/** What the archive holds beside what was frozen: the page, methods, and of each panel its figures and numbers. */
export function derivedOf(opened: Opened): Promise<Derived[]> {
  const { address, number, hash } = opened.version;
  const key = `${address} ${number} ${hash}`;
  const known = kept.get(key);
  if (known) return known;
  const made = makeDerived(opened);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  for (const old of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(old);
  }
  return made;
}

async function makeDerived(opened: Opened): Promise<Derived[]> {
  const { manifest } = opened.version;
  const settings = manifest.settings.length;
  const page = await offlinePage(opened, 0, settings);
  const pages = offlinePages(settings, publicationPage(page).length);
  const files: Derived[] = [
    {
      path: "methods.md",
      name: "Methods",
      mediaType: "text/markdown",
      bytes: methodsOf(manifest, Object.values(page.data)),
    },
  ];
  for (let setting = 0; setting < pages; setting += 1) files.push(await offlineFile(opened, setting, pages));
  for (const { panel, bound, data } of panelsOf(page)) {
    const title = panel.title || panel.id;
    const figures = figuresOf(data, bound).filter(({ empty }) => empty === null);
    if (figures.length > 0) {
      const drawn = figures.map(({ title, unit, definition, note, remarks, draw }) =>
        withWords(
          draw,
          { title: `${title} (${unit})`, definition, notes: [note, ...remarks].filter(Boolean) },
          183,
        ),
      );
      const bytes = svgFile(stacked(drawn), title, 183);
      files.push({
        path: `figures/${panel.id}.svg`,
        name: `Figures of ${title}`,
        mediaType: "image/svg+xml",
        bytes,
      });
    }
    const numbers = numbersOf(data, bound);
    if (!numbers) continue;
    for (const [format, name] of formats) {
      const { bytes, mediaType } = await tableFile({ name: panel.id, ...numbers }, format);
      files.push({ path: `data/${panel.id}.${format}`, name: `${name} of ${title}`, mediaType, bytes });
    }
  }
  return files;
}

const offlinePage = async ({ version, ...opened }: Opened, setting: number, pages: number) => {
  const page = await pageOf({ ...opened, version, setting }, byFile(setting, pages).at);
  // what comes later changes nothing in an archive
  return {
    ...page,
    withdrawals: [],
    versions: page.versions.filter(({ number }) => number <= version.number),
  };
};

/** A page with its figures for each setting that was frozen, linked to each other. */
async function offlineFile(opened: Opened, setting: number, pages: number): Promise<Derived> {
  // many settings take seconds: others are answered in between
  await setImmediate();
  const page = await offlinePage(opened, setting, pages);
  const words = settingWords(page.manifest, setting, page.data);
  return {
    path: byFile(setting, pages).path,
    name: `The publication as a page${words && `. ${words}`}`,
    mediaType: "text/html",
    bytes: offline(publicationPage(page)),
  };
}

/** Opened from a file it asks nobody for anything: it may style itself and show what is in it, and nothing else. */
const offline = (page: string): string =>
  page.replace(
    "<head>",
    `<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">`,
  );
