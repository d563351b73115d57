/**
 * White paper for exports, whatever the theme of the page: the light values of app/tokens.css, given to the container in
 * which the export is drawn. A test keeps the two lists equal.
 */
export const printTokens: Readonly<Record<string, string>> = {
  "--ink": "#16191d",
  "--muted": "#565f6a",
  "--paper": "#ffffff",
  "--line": "#dcdfe4",
  "--line-strong": "#7d8590",
  "--recording": "#16191d",
};

export const printWidths = [89, 183] as const;
export type PrintWidth = (typeof printWidths)[number];

const pointsPerMm = 72 / 25.4;
/** Type in figures is 12 px on the page and 7 pt in print; hence the width at which a printed figure is laid out. */
export const layoutWidth = (mm: PrintWidth) => Math.round((mm * pointsPerMm * 12) / 7);
export const dotsPerInch = 300;
export const pixelWidth = (mm: PrintWidth) => Math.round((mm / 25.4) * dotsPerInch);
