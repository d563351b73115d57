/** Dotted paths at which two values of one shape hold different texts. */
export function differingTexts(one: unknown, other: unknown, path = ""): string[] {
  if (typeof one === "string" && typeof other === "string") return one === other ? [] : [path];
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return [];
  return Object.keys(one).flatMap((key) =>
    differingTexts(
      (one as Record<string, unknown>)[key],
      (other as Record<string, unknown>)[key],
      path === "" ? key : `${path}.${key}`,
    ),
  );
}

/** A copy of the value with other text at the dotted path. */
export function withText(value: unknown, path: string, text: string): unknown {
  const copy = structuredClone(value);
  const keys = path.split(".");
  const last = keys.pop()!;
  const holder = keys.reduce(
    (at, key) => at[key] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  holder[last] = text;
  return copy;
}

export const textAt = (value: unknown, path: string): string =>
  path.split(".").reduce((at, key) => (at as Record<string, unknown>)[key], value) as string;
