/**
 * What stands between Markdown's tree and HTML: HTML in the text is shown as the text it is, a picture becomes the address
 * of a picture, footnotes stay text, and `@{id}` becomes a mention. Nothing is loaded and nothing is interpreted.
 */
import { splitMentions } from "@/contracts/comment";

interface Node {
  type: string;
  value?: string;
  url?: string;
  alt?: string | null;
  identifier?: string;
  label?: string | null;
  children?: Node[];
  data?: unknown;
}

const text = (value: string): Node => ({ type: "text", value });
const paragraph = (children: Node[]): Node => ({ type: "paragraph", children });
const pictureWords = ({ alt }: Node) => [text(alt ? `picture: ${alt}` : "picture")];

/** A plugin of remark. @param mentions whether the text can name people. */
export const plainTree = (mentions: boolean) => () => (tree: unknown) => plain(tree as Node, mentions, false);

function plain(node: Node, mentions: boolean, inPhrase: boolean): void {
  if (!node.children) return;
  const phrase = inPhrase || ["paragraph", "heading", "tableCell"].includes(node.type);
  node.children = node.children.flatMap((child) => replaced(child, mentions, phrase));
  for (const child of node.children) plain(child, mentions, phrase);
}

function replaced(node: Node, mentions: boolean, inPhrase: boolean): Node[] {
  switch (node.type) {
    case "html":
      return inPhrase ? [text(node.value ?? "")] : [paragraph([text(node.value ?? "")])];
    case "image":
      return [{ type: "link", url: node.url, children: pictureWords(node) }];
    case "imageReference":
      return [{ ...node, type: "linkReference", children: pictureWords(node) }];
    case "footnoteReference":
      return [text(`[^${node.label ?? node.identifier}]`)];
    case "footnoteDefinition":
      return [paragraph([text(`[^${node.label ?? node.identifier}]: `)]), ...(node.children ?? [])];
    case "text":
      if (!mentions) return [node];
      return splitMentions(node.value ?? "").flatMap((part, index) =>
        index % 2 === 1 ? [mentionNode(part)] : part ? [text(part)] : [],
      );
    default:
      return [node];
  }
}

const mentionNode = (id: string): Node => ({
  type: "mention",
  data: { hName: "span", hProperties: { dataMention: id }, hChildren: [] },
});
