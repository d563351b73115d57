import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { ReactNode } from "react";
import { composeSvg, type FigureWords } from "./compose-svg";
import { withDensity } from "./png-density";
import { dotsPerInch, layoutWidth, pixelWidth, printTokens, type PrintWidth } from "./print-paper";

/** Draws a figure once more at its printed width on white paper, and takes it as SVG. */
export async function figureSvg(
  draw: (width: number) => ReactNode,
  words: FigureWords,
  mm: PrintWidth,
): Promise<string> {
  const width = layoutWidth(mm);
  const container = document.createElement("div");
  container.setAttribute("aria-hidden", "true");
  container.inert = true;
  container.style.cssText = `position:absolute;left:0;top:0;width:${width}px;visibility:hidden;pointer-events:none;color-scheme:light;font-family:var(--font-system);font-size:12px`;
  for (const [name, value] of Object.entries(printTokens)) container.style.setProperty(name, value);
  document.body.append(container);
  const root = createRoot(container);
  try {
    flushSync(() => root.render(draw(width)));
    await drawn(container);
    return composeSvg(container, words, mm);
  } finally {
    root.unmount();
    container.remove();
  }
}

/** Charts settle in a few rounds of effects: wait until nothing has changed for a while, at most two seconds. */
function drawn(container: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      observer.disconnect();
      clearTimeout(quiet);
      clearTimeout(longest);
      resolve();
    };
    let quiet = setTimeout(finish, 150);
    const longest = setTimeout(finish, 2000);
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(finish, 150);
    });
    observer.observe(container, { subtree: true, childList: true, attributes: true });
  });
}

export async function svgToPng(svg: string, mm: PrintWidth): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = pixelWidth(mm);
    canvas.height = Math.round((canvas.width * image.naturalHeight) / image.naturalWidth);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new Error("The browser could not make a PNG of this figure. Take the SVG instead.");
    const bytes = withDensity(new Uint8Array(await blob.arrayBuffer()), dotsPerInch);
    return new Blob([bytes], { type: "image/png" });
  } finally {
    URL.revokeObjectURL(url);
  }
}
