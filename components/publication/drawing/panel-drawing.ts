import type { PublicFigure } from "../panels";
import type { Drawing } from "./drawing";
import { stacked } from "./stack";
import { withWords } from "./svg";

/** Width of a figure as a file, in millimetres. */
export const fileWidth = 183;

/** The figures of a panel below each other, each with its words; what they are from stands below the last. */
export const panelDrawing = (figures: readonly PublicFigure[], source: string): Drawing =>
  stacked(
    figures.map(({ title, unit, definition, note, remarks, draw }, index) =>
      withWords(
        draw,
        {
          ...{ title: `${title} (${unit})`, definition },
          notes: [note, ...remarks, ...(index === figures.length - 1 ? [source] : [])].filter(Boolean),
        },
        fileWidth,
      ),
    ),
  );
