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
  const name = fileName(title);
  const take = (mm: PrintWidth, format: "svg" | "png") =>
    void figureSvg(draw, words, mm)
      .then(async (svg) => {
        if (format === "svg") download(svg, `${name}-${mm}mm.svg`, "image/svg+xml");
        else download(await svgToPng(svg, mm), `${name}-${mm}mm.png`);
      })
      .catch((error: unknown) =>
        toast({
          tone: "danger",
          title: `“${title}” could not be saved as ${format.toUpperCase()}.`,
          description: error instanceof Error ? error.message : "Try again, or take the CSV.",
        }),
      );
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
      <MenuLabel>Take away, 7 pt type on white</MenuLabel>
      {printWidths.map((mm) => (
        <MenuItem key={`svg${mm}`} onSelect={() => take(mm, "svg")}>
          SVG, {mm} mm
        </MenuItem>
      ))}
      {printWidths.map((mm) => (
        <MenuItem key={`png${mm}`} onSelect={() => take(mm, "png")}>
          PNG, {mm} mm, 300 dpi
        </MenuItem>
      ))}
      <MenuItem onSelect={() => download(toCsv(csv()), `${name}.csv`, "text/csv")}>CSV, the numbers</MenuItem>
    </Menu>
  );
}
