import "katex/dist/katex.min.css";
import katex from "katex";

/**
 * TeX as HTML with MathML beside it for screen readers. Only the theories' own declarations reach it; KaTeX escapes what
 * it does not understand and `trust` stays off.
 */
export function Equation({ tex, display = false }: { tex: string; display?: boolean }) {
  const html = katex.renderToString(tex, { displayMode: display, throwOnError: false, strict: "ignore" });
  return display ? (
    <div tabIndex={0} className="overflow-x-auto" role="math" dangerouslySetInnerHTML={{ __html: html }} />
  ) : (
    <span dangerouslySetInnerHTML={{ __html: html }} />
  );
}
