import clsx from "clsx";
import type { ComponentProps } from "react";
import { controlClass } from "./input";

/** The browser's own list: it knows every keyboard, screen reader and phone. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select className={clsx(controlClass, "h-8 w-full min-w-0 pr-6", className)} {...rest} />;
}
