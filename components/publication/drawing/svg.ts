import { cssColour } from "@/components/charts/encoding";
import { layoutWidth, type PrintWidth, printTokens } from "@/components/charts/figure/print-paper";
import { wrapText } from "@/components/charts/figure/wrap-text";
import { typeSize } from "@/components/charts/lines/layout";
import { escaped, Html } from "../html";
import type { Colour, Drawing, Mark } from "./drawing";

/** Colours as the page has them, light or dark, or as they are printed. */
type Paint = (colour: Colour) => string;
const ofPage: Paint = (colour) => (typeof colour === "string" ? `var(--${colour})` : cssColour(colour));
export const ofPrint: Paint = (colour) =>
  typeof colour === "string" ? printTokens[`--${colour}`] : colour.light;
export const fontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";

/** For a page: as wide as there is room, in the colours of its theme. */
export const inlineSvg = ({ width, height, marks }: Drawing, label: string, name: string): Html =>
  new Html(
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}" font-size="${typeSize}">${contents(marks, ofPage, name)}</svg>`,
  );

export interface FigureWords {
  readonly title: string;
  readonly definition: string;
  readonly notes: readonly string[];
}

const lineHeight = 15;

/** The drawing with the figure's words around it, as one drawing of a printed width. */
export function withWords(draw: (width: number) => Drawing, words: FigureWords, mm: PrintWidth): Drawing {
  const width = layoutWidth(mm);
  const marks: Mark[] = [];
  let y = 2;
  const write = (text: string, fill: "ink" | "muted", bold = false) => {
    for (const line of wrapText(text, width)) {
      y += lineHeight;
      marks.push({ kind: "text", x: 0, y, text: line, fill, bold });
    }
  };
  write(words.title, "ink", true);
  write(words.definition, "muted");
  y += 10;
  const drawn = draw(width);
  marks.push(...drawn.marks.map((mark) => lowered(mark, y)));
  y += drawn.height + 2;
  for (const note of words.notes) write(note, "muted");
  return { width, height: Math.ceil(y + 6), marks };
}

export function lowered(mark: Mark, by: number): Mark {
  const below = <B extends { readonly y: number }>(box: B): B => ({ ...box, y: box.y + by });
  if (mark.kind === "text") return below(mark);
  if (mark.kind === "image") return { ...mark, box: below(mark.box) };
  return { ...mark, d: loweredPath(mark.d, by), ...(mark.clip && { clip: below(mark.clip) }) };
}

/** Of the commands that figures are made of, those with absolute places move. */
const loweredPath = (d: string, by: number): string =>
  d.replaceAll(/([MLVA])([^MLHVAZmlhvaz]*)/g, (_, command: string, rest: string) => {
    const numbers = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const moved = numbers.map((value, index) =>
      command === "V" || (command === "A" ? index === 6 : index % 2 === 1)
        ? Number((value + by).toFixed(2))
        : value,
    );
    return command + moved.join(" ");
  });

/** A file of its printed size, on white. */
export function svgFile({ width, height, marks }: Drawing, title: string, mm: PrintWidth): string {
  const tall = Number(((height / width) * mm).toFixed(2));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${mm}mm" height="${tall}mm" viewBox="0 0 ${width} ${height}" font-size="${typeSize}" font-family="${fontFamily}"><title>${escaped(title)}</title><rect width="${width}" height="${height}" fill="#ffffff"/>${contents(marks, ofPrint, "f")}</svg>\n`;
}

function contents(marks: readonly Mark[], paint: Paint, name: string): string {
  const clips = new Map<string, { id: string; text: string }>();
  const body = marks
    .map((mark) => {
      if (mark.kind === "image") {
        const { x, y, width, height } = mark.box;
        const data = Buffer.from(mark.png).toString("base64");
        return `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none" image-rendering="pixelated" href="data:image/png;base64,${data}"/>`;
      }
      if (mark.kind === "text") {
        const turned = mark.upright ? ` transform="rotate(-90 ${mark.x} ${mark.y})"` : "";
        const anchor = mark.anchor && mark.anchor !== "start" ? ` text-anchor="${mark.anchor}"` : "";
        return `<text x="${mark.x}" y="${mark.y}" fill="${paint(mark.fill)}"${mark.bold ? ` font-weight="600"` : ""}${anchor}${turned}>${escaped(mark.text)}</text>`;
      }
      if (mark.d === "") return "";
      const { fill, stroke, width, dash, opacity, clip } = mark;
      const attributes = [
        `fill="${fill ? paint(fill) : "none"}"`,
        stroke && `stroke="${paint(stroke)}"`,
        stroke && width !== undefined && `stroke-width="${width}"`,
        stroke && `stroke-linejoin="round"`,
        dash && `stroke-dasharray="${dash}"`,
        opacity !== undefined && `opacity="${opacity}"`,
        clip && `clip-path="url(#${clipOf(clips, clip, name)})"`,
      ];
      return `<path d="${mark.d}" ${attributes.filter(Boolean).join(" ")}/>`;
    })
    .join("");
  const defs = [...clips.values()].map(({ text }) => text).join("");
  return `${defs && `<defs>${defs}</defs>`}${body}`;
}

function clipOf(
  clips: Map<string, { id: string; text: string }>,
  { x, y, width, height }: NonNullable<Extract<Mark, { kind: "path" }>["clip"]>,
  name: string,
): string {
  const key = `${x} ${y} ${width} ${height}`;
  const id = clips.get(key)?.id ?? `${name}c${clips.size}`;
  clips.set(key, {
    id,
    text: `<clipPath id="${id}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`,
  });
  return id;
}
