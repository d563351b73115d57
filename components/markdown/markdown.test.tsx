import { fromHtml } from "hast-util-from-html";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { citedKeys } from "./citations";
import { Markdown } from "./markdown";
import { hostile } from "./testing/hostile";
import { whereTo } from "./where-to";

interface Element {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Element[];
  readonly value?: string;
}
const people = { ada: "Ada" };
const html = (text: string) => renderToStaticMarkup(<Markdown text={text} people={people} />);
/** As a browser would read it. */
const read = (text: string) => fromHtml(html(text), { fragment: true }) as unknown as Element;

const own = new Set(
  "div p br hr strong em del blockquote pre code ul ol li a span table thead tbody tr th td h3 h4 h5 h6".split(
    " ",
  ),
);
const ofKatex = new Set(
  "span svg path line math semantics annotation mrow mi mn mo mtext mspace mfrac msup msub msubsup msqrt mroot mover munder munderover mtable mtr mtd mstyle mpadded menclose mphantom merror".split(
    " ",
  ),
);
const attributes = new Set(
  "className href target rel referrerPolicy tabIndex role ariaLabel start align style".split(" "),
);

function check({ tagName, properties = {}, children = [] }: Element, inFormula: boolean): void {
  const classes = (properties.className as string[] | undefined) ?? [];
  const formula = inFormula || classes.some((name) => /^katex(-|$)/.test(name));
  if (tagName) {
    expect((formula ? ofKatex : own).has(tagName), `<${tagName}>`).toBe(true);
    for (const [name, value] of Object.entries(properties)) {
      if (!formula) expect(attributes.has(name), `${name} of <${tagName}>`).toBe(true);
      else expect(name).not.toMatch(/^(on|src|href|xlink|action|id$|data)/i);
      if (name === "style")
        expect(String(value)).toMatch(formula ? /^(?!.*(url\(|fixed|absolute))/i : /^text-align:\s*\w+;?$/);
    }
    if (tagName === "a") {
      const href = String(properties.href);
      expect(href).toMatch(/^(https?:\/\/|mailto:|#|\/(?![/\\]))/);
      if (!/^[/#]/.test(href))
        expect(properties).toMatchObject({
          rel: ["noopener", "noreferrer", "nofollow"],
          target: "_blank",
        });
    }
  }
  for (const child of children) check(child, formula);
}

const cite = new Map([
  ["b", 1],
  ["a", 2],
]);
/** As the text of a page: with headings and citations, and without people. */
const page = (text: string) => renderToStaticMarkup(<Markdown text={text} cited={cite} />);

describe("what strangers write", () => {
  it("is a corpus of some size", () => expect(hostile.length).toBeGreaterThan(90));
  it.each(hostile)("does no harm: %s", (text) => {
    check(read(text), false);
    check(fromHtml(page(text), { fragment: true }) as unknown as Element, false);
  });
});

describe("the text of a page", () => {
  it("has citations, numbered, that lead to the list; a key that is not there says so", () => {
    const text = "As shown [@b; @a], and again [@b] but not [@c]. `[@a]` is code.";
    expect(citedKeys(text)).toEqual(["b", "a", "c"]);
    const out = page(text);
    expect(out).toMatch(/\[<a href="#ref-1"[^>]*>1<\/a>, <a href="#ref-2"[^>]*>2<\/a>\]/);
    expect(out).toContain("c: not among the references");
    expect(out).toContain("[@a]</code>");
  });

  it("has headings below the page's own, and names nobody", () => {
    expect(page("# Title\n\n## Part")).toMatch(/<h3.*Title<\/h3>\s*<h3/s);
    expect(page("@{ada}")).toContain("@{ada}");
  });
});

const words = (tree: Element): string => tree.value ?? (tree.children ?? []).map(words).join("");
const links = (tree: Element): Element[] => [
  ...(tree.tagName === "a" ? [tree] : []),
  ...(tree.children ?? []).flatMap(links),
];

describe("Markdown", () => {
  it("shows HTML as the text it is: nothing that was typed is lost", () => {
    expect(words(read("a <b>b</b> <script>c</script>"))).toBe("a <b>b</b> <script>c</script>");
  });

  it("says where a link goes unless its words do", () => {
    expect(words(read("[https://bank.example](https://evil.example/x)"))).toBe(
      "https://bank.example (evil.example)",
    );
    expect(words(read("https://example.org/a?b=c"))).toBe("https://example.org/a?b=c");
    expect(words(read("<mail@example.org>"))).toBe("mail@example.org");
    expect(words(read("https://аpple.example"))).toContain("(xn--pple-43d.example)");
  });

  it("leads to pages of its own server by their path", () => {
    expect(links(read("[run](/lab/a/runs/b?comment=c)"))[0].properties).toMatchObject({
      href: "/lab/a/runs/b?comment=c",
    });
  });

  it("names a picture and loads none", () => {
    const tree = read("![a plot](https://example.org/a.png)");
    expect(words(tree)).toBe("picture: a plot (example.org)");
    expect(html("![a plot](https://example.org/a.png)")).not.toContain("<img");
  });

  it("writes names for ids, only of those it was given", () => {
    expect(words(read("@{ada}, @{gone}, `@{ada}`, @{toString}"))).toBe(
      "@Ada, @somebody who has left, @{ada}, @somebody who has left",
    );
  });

  it("sets formulas, inline and displayed, and shows what cannot be set", () => {
    expect(html("$\\alpha_i$")).toContain('class="katex"');
    expect(html("$$\nr_t = 1\n$$")).toContain("katex-display");
    expect(words(read("$\\undefinedCommand$"))).toContain("\\undefinedCommand");
  });

  it("shows text of absurd depth as it is, and sets deep text that somebody may mean", () => {
    expect(words(read("> ".repeat(4000) + "deep"))).toContain("> > > ");
    expect(html("> > > quoted thrice")).toContain("<blockquote");
    expect(html(`a | b\n${"-".repeat(40)} | -\n1 | 2`)).toContain("<table");
    expect(html("- a\n  - b\n    - c")).toContain("<ul");
  });

  it("sets tables, lists and code, and a heading without entering the page's outline", () => {
    const tree = html("# Title\n\n- [x] done\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n```js\nx < 1\n```");
    expect(tree).toContain("<table");
    expect(tree).toContain("☑");
    expect(tree).toContain("x &lt; 1");
    expect(tree).not.toMatch(/<h\d/);
  });
});

describe("where a link leads", () => {
  const server = "https://phasic.example";
  it.each([
    ["/lab/x", "/lab/x"],
    ["https://phasic.example/lab/x#y", "/lab/x#y"],
    ["https://phasic.example//evil.example", null],
    ["/%2e/\\evil.example", null],
    ["//evil.example/x", "evil.example"],
    ["\\\\evil.example", "evil.example"],
    ["https://phasic.example@evil.example", null],
    ["https://phasic.example.evil.example", "phasic.example.evil.example"],
    ["http://example.org:8080/", "example.org:8080"],
    ["mailto:a@example.org", "a@example.org"],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["http://[", null],
  ])("%s: %s", (href, expected) => {
    const to = whereTo(href, server);
    expect(to && (to.kind === "here" ? to.href : to.host)).toBe(expected);
  });
});
