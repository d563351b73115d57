import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { citedKeys } from "./citations";
import { Markdown } from "./markdown";

const html = (text: string, cited?: ReadonlyMap<string, number>) =>
  renderToStaticMarkup(<Markdown text={text} cited={cited} />);

test("TeX, tables and words", () => {
  const out = html("Value is $v = \\gamma v'$.\n\n| a | b |\n|---|---|\n| 1 | 2 |");
  expect(out).toContain('class="katex"');
  expect(out).toContain("<math");
  expect(out).toContain("<td");
});

test("citations are numbered and lead to the list; a key that is not there says so", () => {
  const text = "As shown [@b; @a], and again [@b] but not [@c]. `[@a]` is code.";
  expect(citedKeys(text)).toEqual(["b", "a", "c"]);
  const out = html(
    text,
    new Map([
      ["b", 1],
      ["a", 2],
    ]),
  );
  expect(out).toMatch(/\[<a href="#ref-1"[^>]*>1<\/a>, <a href="#ref-2"[^>]*>2<\/a>\]/);
  expect(out).toContain("c: not among the references");
  expect(out).toContain("[@a]</code>");
});

/** What has got through elsewhere: each must come out without a script, a handler, a frame, a picture or a foreign scheme. */
const smuggled = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "![x](https://elsewhere.example/pixel.png)",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox(1))",
  "<a href='javascript:alert(1)'>x</a>",
  "<iframe src='https://elsewhere.example'></iframe>",
  "<svg onload=alert(1)>",
  "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
  "$\\href{javascript:alert(1)}{x}$",
  "$\\includegraphics{https://elsewhere.example/x.png}$",
  "$\\htmlClass{fixed}{x}$",
  "<style>body{display:none}</style>",
  "<form action='https://elsewhere.example'><input></form>",
  "<div style='position:fixed;inset:0'>x</div>",
  "[x]: javascript:alert(1)\n\n[x]",
  "<details open ontoggle=alert(1)>",
  "<x onclick=alert(1)>y",
  "[@a](javascript:alert(1))",
];
test.each(smuggled)("%s is harmless", (text) => {
  const out = html(text, new Map([["a", 1]])).toLowerCase();
  const tags = out.match(/<[^>]*>/g)?.join("") ?? "";
  expect(tags).not.toMatch(/<(script|img|iframe|svg|style|form|input|object|embed|link|meta|base)\b/);
  expect(tags).not.toMatch(/\son\w+=/);
  expect(tags).not.toMatch(/(href|src|action)="(javascript|data|vbscript)/);
  expect(tags).not.toContain("elsewhere.example");
  expect(tags).not.toContain("position:fixed");
});

test("links of people are not vouched for", () => {
  expect(html("[x](https://elsewhere.example)")).toContain('rel="noopener noreferrer nofollow"');
});
