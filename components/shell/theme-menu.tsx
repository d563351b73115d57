"use client";
import { Check, Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem } from "../ui/menu";
import { themes } from "./theme";
import { useTheme } from "./use-theme";

const looks = {
  system: { label: "As the system", icon: Monitor },
  light: { label: "Light", icon: Sun },
  dark: { label: "Dark", icon: Moon },
} as const;

export function ThemeMenu() {
  const { theme, setTheme } = useTheme();
  const Icon = looks[theme].icon;
  return (
    <Menu
      side="top"
      trigger={
        <IconButton label="Theme">
          <Icon size={16} aria-hidden />
        </IconButton>
      }
    >
      {themes.map((one) => (
        <MenuItem key={one} onSelect={() => setTheme(one)}>
          <Check size={16} aria-hidden className={one === theme ? "" : "invisible"} />
          {looks[one].label}
          {one === theme && <span className="sr-only">(chosen)</span>}
        </MenuItem>
      ))}
    </Menu>
  );
}
