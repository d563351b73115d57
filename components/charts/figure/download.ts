import { cut } from "@/components/ui/cut";

/** Hands a file to the browser under a name that every file system takes. */
export function download(content: Blob | string, name: string, type = "text/plain") {
  const blob = typeof content === "string" ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const fileName = (title: string): string => {
  const words = title
    .toLowerCase()
    .normalize()
    .replaceAll(/[^\p{L}\p{M}\p{N}+-]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  return cut(words, 80) || "figure";
};
