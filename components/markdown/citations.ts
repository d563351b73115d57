/** Citations in Markdown: [@key] or [@one; @another], numbered by where they are first cited. */
const citation = /\[(@[^\]\s;]+(?:\s*;\s*@[^\]\s;]+)*)\]/g;
const keysOf = (inside: string) => inside.split(";").map((part) => part.trim().slice(1));

/** Keys in the order in which they are cited, each once. */
export const citedKeys = (text: string): string[] => [
  ...new Set([...text.matchAll(citation)].flatMap(([, inside]) => keysOf(inside))),
];

/** Number of each known key. */
export type Cited = ReadonlyMap<string, number>;
/** Where an entry of the list of references stands on its page. */
export const referenceAnchor = (number: number) => `ref-${number}`;

interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
}
const words = (value: string): Node => ({ type: "text", value });

/** Turns citations into links to the list of references; a key that is not in it says so. */
export const remarkCitations = (cited: Cited) => () => (tree: unknown) => {
  visit(tree as Node, cited);
};

function visit(node: Node, cited: Cited): void {
  if (!node.children || node.type === "link") return;
  node.children = node.children.flatMap((child) => {
    if (child.type === "text") return split(child.value ?? "", cited);
    visit(child, cited);
    return [child];
  });
}

function split(text: string, cited: Cited): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const match of text.matchAll(citation)) {
    if (match.index > end) nodes.push(words(text.slice(end, match.index)));
    end = match.index + match[0].length;
    nodes.push(words("["));
    keysOf(match[1]).forEach((key, index) => {
      if (index > 0) nodes.push(words(", "));
      const number = cited.get(key);
      nodes.push(
        number === undefined
          ? { type: "emphasis", children: [words(`${key}: not among the references`)] }
          : { type: "link", url: `#${referenceAnchor(number)}`, children: [words(String(number))] },
      );
    });
    nodes.push(words("]"));
  }
  if (end < text.length) nodes.push(words(text.slice(end)));
  return nodes;
}
