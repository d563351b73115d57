import type { Options } from "rehype-sanitize";

/** The few elements that Markdown makes. An allow-list: what is not here leaves no trace in the page. */
export const schema: Options = {
  tagNames: [
    ..."p br hr strong em del blockquote pre code ul ol li input a span".split(" "),
    ..."h1 h2 h3 h4 h5 h6 table thead tbody tr th td".split(" "),
  ],
  attributes: {
    a: ["href"],
    code: [["className", /^language-[\w-]+$/, "math-inline", "math-display"]],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    ol: ["start"],
    span: ["dataMention"],
    td: ["align"],
    th: ["align"],
  },
  protocols: { href: ["http", "https", "mailto"] },
  ancestors: {
    li: ["ul", "ol"],
    tbody: ["table"],
    thead: ["table"],
    tr: ["table"],
    td: ["table"],
    th: ["table"],
  },
  required: { input: { type: "checkbox", disabled: true } },
  clobber: [],
  strip: ["script", "style"],
  allowComments: false,
  allowDoctypes: false,
};
