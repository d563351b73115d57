"use client";
import "katex/dist/katex.min.css";
import clsx from "clsx";
import { memo, useMemo, type ReactNode } from "react";
import ReactMarkdown, { type Components, type Options } from "react-markdown";
import rehypeKatex from "rehype-katex";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { type Cited, remarkCitations } from "./citations";
import { MarkdownLink } from "./markdown-link";
import { OrPlain } from "./or-plain";
import { plainTree } from "./plain-tree";
import { schema } from "./schema";
import { isTooNested } from "./too-nested";

/**
 * Sanitised first, formulas after: what KaTeX writes is KaTeX's own. It follows no address, loads nothing, and neither
 * grows without end nor lets a formula paint over what stands around it.
 */
const rehype: Options["rehypePlugins"] = [
  [rehypeSanitize, schema],
  [rehypeKatex, { trust: false, strict: "ignore", maxExpand: 200, maxSize: 20 }],
];

const common: Components = {
  a: ({ node, children }) => <MarkdownLink node={node}>{children}</MarkdownLink>,
  input: ({ checked }) => (
    <span role="img" aria-label={checked ? "done" : "to do"}>
      {checked ? "☑" : "☐"}
    </span>
  ),
  ul: ({ children }) => <ul className="my-2 list-disc pl-5 first:mt-0 last:mb-0">{children}</ul>,
  ol: ({ children, start }) => (
    <ol className="my-2 list-decimal pl-5 first:mt-0 last:mb-0" start={start}>
      {children}
    </ol>
  ),
  p: ({ children }) => <p className="my-2 first:mt-0 last:mb-0">{children}</p>,
  blockquote: ({ children }) => (
    <blockquote className="my-2 border-l-2 border-line-strong pl-3 text-muted">{children}</blockquote>
  ),
  code: ({ children }) => <code className="rounded bg-sunken px-1 font-mono text-sm">{children}</code>,
  pre: ({ children }) => (
    <pre tabIndex={0} className="my-2 overflow-x-auto rounded border border-line bg-wash p-2">
      {children}
    </pre>
  ),
  table: ({ children }) => (
    <div role="region" aria-label="Table" tabIndex={0} className="relative my-2 overflow-x-auto">
      <table className="border-collapse text-left">{children}</table>
    </div>
  ),
  th: ({ children, style }) => (
    <th className="border-b border-line-strong px-2 py-1 font-medium" style={style}>
      {children}
    </th>
  ),
  td: ({ children, style }) => (
    <td className="border-b border-line px-2 py-1" style={style}>
      {children}
    </td>
  ),
};

/** Headings of a text stand below those of the page that holds it. */
const ofPage: Components = {
  ...common,
  h1: ({ children }) => <h3 className="mt-4 mb-1 text-base first:mt-0">{children}</h3>,
  h2: ({ children }) => <h3 className="mt-4 mb-1 text-base first:mt-0">{children}</h3>,
  h3: ({ children }) => <h4 className="mt-3 mb-1 font-semibold first:mt-0">{children}</h4>,
  h4: ({ children }) => <h5 className="mt-3 mb-1 font-semibold first:mt-0">{children}</h5>,
  h5: ({ children }) => <h6 className="mt-3 mb-1 font-semibold first:mt-0">{children}</h6>,
};

/** A heading within a comment is no heading of the page. */
const Bold = ({ children }: { children?: ReactNode }) => (
  <p className="my-2 font-semibold first:mt-0">{children}</p>
);
const ofComment: Components = { ...common, h1: Bold, h2: Bold, h3: Bold, h4: Bold, h5: Bold, h6: Bold };

/**
 * Markdown of a person: tables and strikes of GitHub, TeX between dollar signs. Safe for any text: see the corpus beside
 * it.
 *
 * @param cited makes [@key] a citation.
 * @param people makes @{id} a name, and the text a comment; who is not among them has left.
 */
export const Markdown = memo(function Markdown({
  text,
  cited,
  people,
}: {
  text: string;
  cited?: Cited;
  people?: Readonly<Record<string, string>>;
}) {
  const remark = useMemo(
    () => [
      remarkGfm,
      remarkMath,
      ...(cited ? [remarkCitations(cited)] : []),
      plainTree(people !== undefined),
    ],
    [cited, people],
  );
  const components = useMemo(
    (): Components => (people ? { ...ofComment, span: mention(people) } : ofPage),
    [people],
  );
  return (
    <div className={clsx("max-w-[80ch] break-words contain-paint", !people && "leading-6")}>
      {isTooNested(text) ? (
        <p className="whitespace-pre-wrap">{text}</p>
      ) : (
        <OrPlain key={text} text={text}>
          <ReactMarkdown remarkPlugins={remark} rehypePlugins={rehype} components={components}>
            {text}
          </ReactMarkdown>
        </OrPlain>
      )}
    </div>
  );
});

const mention = (people: Readonly<Record<string, string>>): Components["span"] =>
  function Span({ node, ...rest }) {
    const id = node?.properties.dataMention;
    if (typeof id !== "string") return <span {...rest} />;
    return (
      <span className="rounded bg-accent-wash px-0.5 font-medium text-accent">
        @{Object.hasOwn(people, id) ? people[id] : "somebody who has left"}
      </span>
    );
  };
