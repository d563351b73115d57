import "katex/dist/katex.min.css";
import ReactMarkdown, { type Components } from "react-markdown";
import rehypeKatex from "rehype-katex";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { type Cited, remarkCitations } from "./citations";

/**
 * What people may write: no pictures from elsewhere, no classes but those that tell TeX from words. KaTeX comes after, with
 * `trust` off, so that what it makes need not be let through.
 */
const schema = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames?.filter((name) => !["img", "picture", "source", "input"].includes(name)),
  attributes: {
    ...defaultSchema.attributes,
    code: [["className", "language-math", "math-inline", "math-display"]],
  },
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto"] },
} as typeof defaultSchema;

/** Headings of a text stand below those of the page that holds it. */
const components: Components = {
  h1: ({ children }) => <h3 className="mt-4 mb-1 text-base first:mt-0">{children}</h3>,
  h2: ({ children }) => <h3 className="mt-4 mb-1 text-base first:mt-0">{children}</h3>,
  h3: ({ children }) => <h4 className="mt-3 mb-1 font-semibold first:mt-0">{children}</h4>,
  h4: ({ children }) => <h5 className="mt-3 mb-1 font-semibold first:mt-0">{children}</h5>,
  h5: ({ children }) => <h6 className="mt-3 mb-1 font-semibold first:mt-0">{children}</h6>,
  a: ({ href, children }) =>
    href?.startsWith("#") ? (
      <a href={href} className="text-accent underline">
        {children}
      </a>
    ) : (
      <a href={href} className="text-accent underline" target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    ),
  ul: ({ children }) => <ul className="my-2 list-disc pl-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol className="my-2 list-decimal pl-5" start={start}>
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

/** Markdown of a person: tables and strikes of GitHub, TeX between dollar signs, citations as [@key] where there are any. */
export function Markdown({ text, cited }: { text: string; cited?: Cited }) {
  return (
    <div className="max-w-[80ch] leading-6 break-words">
      <ReactMarkdown
        remarkPlugins={[remarkGfm, remarkMath, ...(cited ? [remarkCitations(cited)] : [])]}
        rehypePlugins={[
          [rehypeSanitize, schema],
          [rehypeKatex, { strict: "ignore", trust: false, maxSize: 20, maxExpand: 100 }],
        ]}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
