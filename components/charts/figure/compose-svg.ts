import { inlinedCopy } from "./inline-svg";
import { layoutWidth, type PrintWidth } from "./print-paper";
import { wrapText } from "./wrap-text";

export interface FigureWords {
  readonly title: string;
  readonly definition: string;
  /** Beneath the drawing: N, band, remarks. */
  readonly notes: readonly string[];
}

const namespace = "http://www.w3.org/2000/svg";
const lineHeight = 15;

/** One SVG of exact printed width from everything drawn in `container`, with the figure's words around it. */
export function composeSvg(container: HTMLElement, words: FigureWords, mm: PrintWidth): string {
  const width = layoutWidth(mm);
  const root = document.createElementNS(namespace, "svg");
  const page = container.getBoundingClientRect();
  const font = getComputedStyle(container).fontFamily;
  let y = 2;
  const write = (text: string, colour: string, weight?: string) => {
    for (const line of wrapText(text, width)) {
      y += lineHeight;
      const element = document.createElementNS(namespace, "text");
      for (const [name, value] of Object.entries({
        x: "0",
        y: String(y),
        fill: colour,
        "font-size": "12px",
        "font-family": font,
        ...(weight && { "font-weight": weight }),
      }))
        element.setAttribute(name, value);
      element.textContent = line;
      root.append(element);
    }
  };
  const style = getComputedStyle(container);
  const ink = style.getPropertyValue("--ink").trim();
  const muted = style.getPropertyValue("--muted").trim();

  write(words.title, ink, "600");
  write(words.definition, muted);
  y += 10;
  for (const svg of container.querySelectorAll("svg")) {
    if (svg.parentElement?.closest("svg")) continue;
    const box = svg.getBoundingClientRect();
    const copy = inlinedCopy(svg);
    copy.setAttribute("x", String(round(box.left - page.left)));
    copy.setAttribute("y", String(round(box.top - page.top + y)));
    copy.setAttribute("width", String(round(box.width)));
    copy.setAttribute("height", String(round(box.height)));
    copy.setAttribute("overflow", "visible");
    root.append(copy);
  }
  y += page.height + 2;
  for (const note of words.notes) write(note, muted);
  const height = Math.ceil(y + 6);

  const background = document.createElementNS(namespace, "rect");
  background.setAttribute("width", String(width));
  background.setAttribute("height", String(height));
  background.setAttribute("fill", style.getPropertyValue("--paper").trim());
  root.prepend(background);
  const name = document.createElementNS(namespace, "title");
  name.textContent = words.title;
  root.prepend(name);
  root.setAttribute("xmlns", namespace);
  root.setAttribute("width", `${mm}mm`);
  root.setAttribute("height", `${round((height / width) * mm)}mm`);
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

const round = (value: number) => Math.round(value * 100) / 100;
