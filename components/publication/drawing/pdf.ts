import path from "node:path";
import PDFDocument from "pdfkit";
import { type PrintWidth } from "@/components/charts/figure/print-paper";
import { textWidth, typeSize } from "@/components/charts/lines/layout";
import type { Drawing, Mark } from "./drawing";
import { ofPrint } from "./svg";

/** DejaVu Sans: it has the minus, the Greek and the accents that figures and names need. */
const fonts = path.join(process.cwd(), "node_modules", "dejavu-fonts-ttf", "ttf");
const regular = path.join(fonts, "DejaVuSans.ttf");
const bold = path.join(fonts, "DejaVuSans-Bold.ttf");
/** It is wider than what the layout counts with. */
const narrower = 0.86;
const pointsPerMm = 72 / 25.4;

/** A page of the printed size; lines, bands and words stay vectors. The same drawing gives the same bytes. */
export function pdfFile(
  { width, height, marks }: Drawing,
  title: string,
  mm: PrintWidth,
  madeAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const scale = (mm * pointsPerMm) / width;
  const pdf = new PDFDocument({
    size: [mm * pointsPerMm, height * scale],
    margin: 0,
    info: { Title: title, Creator: "Phasic", Producer: "Phasic", CreationDate: madeAt },
    lang: "en",
    displayTitle: true,
  });
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("error", reject);
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
  pdf.scale(scale);
  for (const mark of marks) draw(pdf, mark);
  pdf.end();
  return whole;
}

function draw(pdf: PDFKit.PDFDocument, mark: Mark): void {
  if (mark.kind === "image") {
    const { x, y, width, height } = mark.box;
    pdf.image(Buffer.from(mark.png), x, y, { width, height });
    return;
  }
  pdf.save();
  if (mark.kind === "text") write(pdf, mark);
  else if (mark.d !== "") {
    const { clip, dash, opacity = 1 } = mark;
    if (clip) pdf.rect(clip.x, clip.y, clip.width, clip.height).clip();
    pdf.lineJoin("round").lineWidth(mark.width ?? 1);
    if (dash) pdf.dash(dash.split(" ").map(Number) as unknown as number, {});
    pdf.path(mark.d).fillOpacity(opacity).strokeOpacity(opacity);
    const [fill, stroke] = [mark.fill && ofPrint(mark.fill), mark.stroke && ofPrint(mark.stroke)];
    if (fill && stroke) pdf.fillAndStroke(fill, stroke);
    else if (fill) pdf.fill(fill);
    else if (stroke) pdf.stroke(stroke);
  }
  pdf.restore();
}

function write(pdf: PDFKit.PDFDocument, mark: Extract<Mark, { kind: "text" }>): void {
  const size = typeSize * narrower;
  pdf
    .font(mark.bold ? bold : regular)
    .fontSize(size)
    .fillColor(ofPrint(mark.fill));
  const width = pdf.widthOfString(mark.text);
  // never wider than what was laid out for it
  const fits = Math.min(1, Math.max(textWidth(mark.text) * 1.08, 1) / Math.max(width, 1));
  pdf.fontSize(size * fits);
  const shift = mark.anchor === "middle" ? -0.5 : mark.anchor === "end" ? -1 : 0;
  if (mark.upright) pdf.rotate(-90, { origin: [mark.x, mark.y] });
  pdf.text(mark.text, mark.x + shift * width * fits, mark.y, { lineBreak: false, baseline: "alphabetic" });
}
