/**
 * A figure as plain marks: what a page, an SVG file and a PDF draw alike. Made on the server, where no browser lays out or
 * paints. Coordinates in px, type of 12 px.
 */
import type { Ink } from "@/components/charts/encoding";
import type { Box } from "@/components/charts/lines/layout";

/** A colour of the page's theme by its name in app/tokens.css, or one of each theme. */
export type Colour = "ink" | "muted" | "paper" | "line-strong" | Ink;

export type Mark =
  | {
      readonly kind: "path";
      readonly d: string;
      readonly fill?: Colour;
      readonly stroke?: Colour;
      readonly width?: number;
      readonly dash?: string | null;
      readonly opacity?: number;
      readonly clip?: Box;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly fill: Colour;
      readonly bold?: boolean;
      readonly anchor?: "start" | "middle" | "end";
      /** Turned by a quarter against the clock, around its place. */
      readonly upright?: boolean;
    }
  | { readonly kind: "image"; readonly box: Box; readonly png: Uint8Array };

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}
