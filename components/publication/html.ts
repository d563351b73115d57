/** HTML and SVG as text in which everything that is put in is escaped, unless it is HTML made here. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const entities: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
};
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign]);

function written(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(written).join("");
  return piece === null || piece === undefined || piece === false ? "" : escaped(String(piece));
}

export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(parts.reduce((text, part, index) => text + written(pieces[index - 1]) + part));
