"use client";
import { createContext, use, useMemo, useState, type ReactNode } from "react";
import { themeAttribute, themeCookie, type Theme } from "./theme";

const Context = createContext<{ theme: Theme; setTheme: (theme: Theme) => void }>({
  theme: "system",
  setTheme: () => {},
});

export const useTheme = () => use(Context);

export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setState] = useState(initial);
  const value = useMemo(
    () => ({
      theme,
      setTheme: (next: Theme) => {
        setState(next);
        remember(next);
      },
    }),
    [theme],
  );
  return <Context value={value}>{children}</Context>;
}

function remember(theme: Theme) {
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
  const attribute = themeAttribute(theme);
  if (attribute) document.documentElement.dataset.theme = attribute;
  else delete document.documentElement.dataset.theme;
}
