/** Copies of SVG elements that look the same without the page's style sheets, so that any editor shows them as drawn. */
const carried = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "opacity",
  "stop-color",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "image-rendering",
] as const;
const usual: Readonly<Record<string, string>> = {
  "fill-opacity": "1",
  "stroke-opacity": "1",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linejoin": "miter",
  opacity: "1",
  "font-weight": "400",
  "text-anchor": "start",
  "image-rendering": "auto",
};
const forText = new Set(["font-family", "font-size", "font-weight", "text-anchor"]);
const forImages = new Set(["image-rendering"]);
const forStops = new Set(["stop-color"]);
const containers = new Set(["g", "svg", "defs", "clipPath", "linearGradient", "stop"]);

function carries(element: Element, property: string): boolean {
  const tag = element.tagName;
  if (forText.has(property)) return tag === "text" || tag === "tspan";
  if (forImages.has(property)) return tag === "image";
  if (forStops.has(property)) return tag === "stop";
  // what a group passes down is already in the computed style of its members, but its opacity is its own
  return containers.has(tag) ? property === "opacity" : tag !== "image";
}

function inline(original: Element, copy: Element) {
  const style = getComputedStyle(original);
  for (const name of copy.getAttributeNames())
    if (/^(class|style|tabindex|role)$|^(data|aria)-/.test(name)) copy.removeAttribute(name);
  for (const property of carried) {
    copy.removeAttribute(property);
    if (!carries(original, property)) continue;
    const value = style.getPropertyValue(property);
    if (value && value !== usual[property]) copy.setAttribute(property, value);
  }
  Array.from(original.children).forEach((child, index) => inline(child, copy.children[index]));
}

export function inlinedCopy(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inline(svg, copy);
  // groups that Recharts keeps for layers nobody used
  for (const group of Array.from(copy.querySelectorAll("g")).reverse())
    if (group.childElementCount === 0) group.remove();
  return copy;
}
