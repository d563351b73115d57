"use client";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import type { FigureWords } from "./compose-svg";
import { toCsv, type Cell } from "./csv";
import { download, fileName } from "./download";
import { figureSvg, svgToPng } from "./export-figure";
import { printWidths, type PrintWidth } from "./print-paper";
import { useTakeAway } from "./take-away";

export function FigureMenu({
  title,
  words,
  draw,
  csv,
  asTable,
  onTable,
  children,
}: {
  title: string;
  words: FigureWords;
  draw: (width: number) => ReactNode;
  csv: () => readonly (readonly Cell[])[];
  asTable: boolean;
  onTable: (asTable: boolean) => void;
  children?: ReactNode;
}) {
  const toast = useToast();
  const { refusal, ask } = useTakeAway();
  const name = fileName(title);
  const take = (format: "SVG" | "PNG" | "CSV", give: () => Promise<void>) =>
    void ask(`the figure “${title}” as ${format}`.slice(0, 120))
      .then(give)
      .catch((error: unknown) =>
        toast({
          tone: "danger",
          title: `“${title}” could not be saved as ${format}.`,
          description: error instanceof Error ? error.message : "Try again, or take the CSV.",
        }),
      );
  const takeSvg = (mm: PrintWidth) =>
    take("SVG", async () =>
      download(await figureSvg(draw, words, mm), `${name}-${mm}mm.svg`, "image/svg+xml"),
    );
  const takePng = (mm: PrintWidth) =>
    take("PNG", async () =>
      download(await svgToPng(await figureSvg(draw, words, mm), mm), `${name}-${mm}mm.png`),
    );
  const takeCsv = () => take("CSV", async () => download(toCsv(csv()), `${name}.csv`, "text/csv"));
  return (
    <Menu
      trigger={
        <IconButton label={`Take away or change: ${title}`}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
    >
      <MenuItem onSelect={() => onTable(!asTable)}>{asTable ? "Show as figure" : "Show as table"}</MenuItem>
      {children}
      {refusal === null ? (
        <>
          <MenuLabel>Take away, 7 pt type on white</MenuLabel>
          {printWidths.map((mm) => (
            <MenuItem key={`svg${mm}`} onSelect={() => takeSvg(mm)}>
              SVG, {mm} mm
            </MenuItem>
          ))}
          {printWidths.map((mm) => (
            <MenuItem key={`png${mm}`} onSelect={() => takePng(mm)}>
              PNG, {mm} mm, 300 dpi
            </MenuItem>
          ))}
          <MenuItem onSelect={takeCsv}>CSV, the numbers</MenuItem>
        </>
      ) : (
        <p className="max-w-64 px-3 py-1 text-sm text-muted">{refusal}</p>
      )}
    </Menu>
  );
}
