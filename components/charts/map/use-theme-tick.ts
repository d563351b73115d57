"use client";
import { useSyncExternalStore } from "react";

/** Changes when the theme does: what was painted with the old ink must be painted again. */
export function useThemeTick(): string {
  return useSyncExternalStore(subscribe, read, () => "");
}

const dark = "(prefers-color-scheme: dark)";
const read = () => `${document.documentElement.dataset.theme ?? ""} ${matchMedia(dark).matches}`;

function subscribe(listener: () => void) {
  const media = matchMedia(dark);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  media.addEventListener("change", listener);
  return () => {
    observer.disconnect();
    media.removeEventListener("change", listener);
  };
}
