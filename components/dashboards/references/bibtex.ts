/** References from BibTeX, as journals and reference managers give it. */
import type { Reference } from "@/contracts/dashboard";

const accents: Readonly<Record<string, string>> = {
  '"': "\u0308",
  "'": "\u0301",
  "`": "\u0300",
  "^": "\u0302",
  "~": "\u0303",
  "=": "\u0304",
  ".": "\u0307",
  c: "\u0327",
  v: "\u030c",
  u: "\u0306",
  H: "\u030b",
  k: "\u0328",
  r: "\u030a",
};
const letters: Readonly<Record<string, string>> = {
  ...{ o: "ø", O: "Ø", l: "ł", L: "Ł", ss: "ß", ae: "æ", AE: "Æ", aa: "å", AA: "Å", i: "ı" },
};

/** TeX of names and titles as plain text. */
export function plainText(tex: string): string {
  return tex
    .replaceAll(
      /\\(["'`^~=.])\s*\{?\\?([A-Za-z])\}?/g,
      (_, mark: string, letter: string) => letter + accents[mark],
    )
    .replaceAll(
      /\\([cvuHkr])\s*\{\\?([A-Za-z])\}/g,
      (_, mark: string, letter: string) => letter + accents[mark],
    )
    .replaceAll(/\\(ss|ae|AE|aa|AA|[oOlLi])(?![A-Za-z])(\s|\{\})?/g, (_, name: string) => letters[name])
    .replaceAll(/\\([&%_$#])/g, "$1")
    .replaceAll(/---?/g, "–")
    .replaceAll(/[{}]/g, "")
    .replaceAll("~", " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .normalize("NFC");
}

/** The value that begins at `at`: in braces, in quotes, or bare; and where it ends. */
function valueAt(text: string, at: number): { value: string; end: number } {
  const open = text[at];
  if (open !== "{" && open !== '"') {
    const [bare = ""] = /^[^,}\s]*/.exec(text.slice(at)) ?? [];
    return { value: bare, end: at + bare.length };
  }
  let depth = 0;
  for (let i = at + 1; i < text.length; i += 1) {
    if (text[i] === "\\") i += 1;
    else if (open === '"' && text[i] === '"' && depth === 0)
      return { value: text.slice(at + 1, i), end: i + 1 };
    else if (text[i] === "{") depth += 1;
    else if (text[i] === "}") {
      if (open === "{" && depth === 0) return { value: text.slice(at + 1, i), end: i + 1 };
      depth -= 1;
    }
  }
  return { value: text.slice(at + 1), end: text.length };
}

function fieldsFrom(text: string, start: number): Map<string, string> {
  const fields = new Map<string, string>();
  let at = start;
  for (;;) {
    const name = /^[\s,]*([A-Za-z][\w-]*)\s*=\s*/.exec(text.slice(at));
    if (!name) return fields;
    const { value, end } = valueAt(text, at + name[0].length);
    fields.set(name[1].toLowerCase(), value);
    at = end;
  }
}

const cut = (text: string, most = 500) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Every entry of the text. What has neither key nor title is left out. */
export function readBibtex(text: string): Reference[] {
  const references: Reference[] = [];
  for (const head of text.matchAll(/@([A-Za-z]+)\s*\{\s*([^,\s{}]+)\s*,/g)) {
    if (/^(comment|string|preamble)$/i.test(head[1])) continue;
    const fields = fieldsFrom(text, head.index + head[0].length);
    const of = (...names: string[]) =>
      cut(plainText(names.map((name) => fields.get(name)).find(Boolean) ?? ""));
    const title = of("title");
    const key = head[2].replaceAll(/[^A-Za-z0-9_:.-]/g, "").slice(0, 60);
    if (!title || !/^[A-Za-z0-9]/.test(key)) continue;
    const pages = of("pages");
    const container = [of("journal", "journaltitle", "booktitle", "publisher", "school"), of("volume"), pages]
      .filter(Boolean)
      .join(", ");
    const doi = (fields.get("doi") ?? "").trim().replace(/^https?:\/\/(dx\.)?doi\.org\//i, "");
    const url = (fields.get("url") ?? "").trim();
    references.push({
      ...{ key, title, container: cut(container) },
      authors: cut(
        of("author", "editor")
          .split(" and ")
          .map((name) => name.trim())
          .join("; "),
      ),
      year: of("year", "date").slice(0, 4),
      doi: /^10\.\d{4,9}\/\S{1,200}$/.test(doi) ? doi : "",
      url: /^https?:\/\/\S+$/.test(url) && URL.canParse(url) ? url : "",
    });
  }
  return references;
}
