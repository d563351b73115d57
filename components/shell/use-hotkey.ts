import { useEffect, useEffectEvent } from "react";

/** Ctrl (or Command) and one letter, anywhere on the page. */
export function useHotkey(letter: string, then: () => void) {
  const fire = useEffectEvent(then);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== letter ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      fire();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [letter]);
}
