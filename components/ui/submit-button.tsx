import type { ComponentProps } from "react";
import type { Button } from "./button";
import { LiveButton } from "./live-button";

/** Sends its form. Before the page is alive the browser itself would, to nowhere, and what was typed would be gone. */
export const SubmitButton = ({ look = "primary", ...rest }: Omit<ComponentProps<typeof Button>, "type">) => (
  <LiveButton {...rest} type="submit" look={look} />
);
