/** A cookie rather than local storage: the server writes the theme into the page, so nothing flashes and no script runs early. */
export const themeCookie = "phasic-theme";
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const themeOf = (value: string | undefined): Theme =>
  themes.find((theme) => theme === value) ?? "system";

/** The attribute of <html>; none lets the system decide. */
export const themeAttribute = (theme: Theme) => (theme === "system" ? undefined : theme);
