"use client";
import { IconButton } from "@/components/ui/icon-button";
import { MenuItem } from "@/components/ui/menu";
import { ZoomOut } from "lucide-react";
import { useCallback, type ReactNode } from "react";
import type { Band } from "../band";
import { Figure } from "../figure/figure";
import { useHoverStore } from "../hover/use-hover";
import { LineNotes } from "../notes/line-notes";
import { NoteMenu } from "../notes/note-menu";
import { useNotes, type Span } from "../notes/notes";
import { usePinned } from "../notes/use-pinned";
import { lineCsvHead, lineCsvRows } from "./csv-rows";
import { layoutAt } from "./layout-cache";
import { LineDrawing } from "./line-drawing";
import type { LineFigure } from "./line-figure";
import { LineReader, narrower } from "./line-reader";
import { LineTable } from "./line-table";

export interface LineFigureViewProps {
  figure: LineFigure;
  /** What a reading gives beside the mean. */
  band: Band;
  /** True while the x axis shows a part only. */
  zoomed?: boolean;
  onZoom?: (axis: string, range: { from: number; to: number } | null) => void;
  menu?: ReactNode;
  headingLevel?: 2 | 3;
  className?: string;
}

/** A prepared line figure in its frame, with its reader, table, exports and zoom. */
export function LineFigureView({ figure, band, zoomed, onZoom, menu, ...rest }: LineFigureViewProps) {
  const store = useHoverStore();
  const axis = figure.xAxis.key;
  const zoom = useCallback(
    (range: { from: number; to: number } | null) => onZoom?.(axis, range),
    [onZoom, axis],
  );
  const zoomIn = () => {
    const hover = store.get();
    const [from, to] = figure.xAxis.domain;
    zoom(narrower(from, to, hover?.axis === axis ? hover.x : null));
  };
  const notes = useNotes();
  const note = notes?.mayBegin ? (span: Span) => notes.begin(figure, span) : undefined;
  const pinned = usePinned(axis);
  return (
    <Figure
      {...rest}
      title={figure.title}
      unit={figure.unit}
      definition={figure.definition}
      note={figure.note}
      remarks={figure.remarks}
      empty={figure.empty}
      height={(width) => layoutAt(figure, width).height}
      draw={(width, still) => <LineDrawing figure={figure} layout={layoutAt(figure, width)} still={still} />}
      csv={() => [lineCsvHead, ...lineCsvRows(figure)]}
      table={() => <LineTable figure={figure} band={band} />}
      reader={(width) => (
        <>
          <LineReader
            figure={figure}
            layout={layoutAt(figure, width)}
            band={band}
            onZoom={onZoom && zoom}
            onNote={note}
          />
          <LineNotes figure={figure} width={width} />
        </>
      )}
      actions={
        <>
          {zoomed && onZoom && (
            <IconButton label={`Show the whole axis of ${figure.title}`} onClick={() => zoom(null)}>
              <ZoomOut size={16} aria-hidden />
            </IconButton>
          )}
          <NoteMenu figure={figure.key} title={figure.title} span={pinned} />
        </>
      }
      menu={
        <>
          {onZoom && <MenuItem onSelect={zoomIn}>Zoom in on half of the axis</MenuItem>}
          {onZoom && zoomed && <MenuItem onSelect={() => zoom(null)}>Show the whole axis</MenuItem>}
          {menu}
        </>
      }
    />
  );
}
