import rehypeKatex from "rehype-katex";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { type Cited, remarkCitations } from "@/components/markdown/citations";
import { plainTree } from "@/components/markdown/plain-tree";
import { schema } from "@/components/markdown/schema";
import { isTooNested } from "@/components/markdown/too-nested";
import { Html, html } from "../html";

interface Element {
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Element[];
}

/** Headings of a text stand below those of the page; links leave without saying where from. */
const ofPage = () => (tree: unknown) => {
  const visit = (node: Element) => {
    const level = /^h([1-6])$/.exec(node.tagName ?? "")?.[1];
    if (level) node.tagName = `h${Math.min(6, Number(level) + 2)}`;
    if (node.tagName === "a" && !String(node.properties?.href ?? "").startsWith("#"))
      node.properties = { ...node.properties, rel: ["noopener", "noreferrer", "nofollow"] };
    node.children?.forEach(visit);
  };
  visit(tree as Element);
};

/** Markdown of an author as in the lab: sanitised first, formulas after, these as MathML, which needs no style or font. */
export function markdown(text: string, cited: Cited): Html {
  const plain = () => html`<p>${text}</p>`;
  if (isTooNested(text)) return plain();
  try {
    const made = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkMath)
      .use(remarkCitations(cited))
      .use(plainTree(false))
      .use(remarkRehype)
      .use(rehypeSanitize, schema)
      .use(ofPage)
      .use(rehypeKatex, { trust: false, strict: "ignore", maxExpand: 200, maxSize: 20, output: "mathml" })
      .use(rehypeStringify)
      .processSync(text);
    return new Html(String(made));
  } catch {
    return plain();
  }
}
