import type { Dataset, Group } from "h5wasm/node";

/** What objects say of themselves. The library takes for ever over attributes that claim to be huge: they are left alone. */

const mostBytes = 1024 * 1024;

export function attributeIn(object: Group | Dataset, name: string): unknown {
  const attribute = object.attrs[name];
  if (!attribute) return undefined;
  const { shape, metadata } = attribute;
  const count = (shape ?? []).reduce((product, size) => product * size, 1);
  return count * metadata.size > mostBytes ? undefined : attribute.value;
}

export const hasAttribute = (object: Group | Dataset, name: string): boolean => name in object.attrs;

export function textAttribute(object: Group | Dataset, name: string): string {
  const value = attributeIn(object, name);
  if (typeof value === "string") return value;
  return Array.isArray(value) && typeof value[0] === "string" ? value[0] : "";
}

export function numberAttribute(object: Group | Dataset, name: string): number | null {
  const value = attributeIn(object, name);
  const first: unknown =
    typeof value === "object" && value !== null && "length" in value
      ? (value as ArrayLike<unknown>)[0]
      : value;
  return typeof first === "number" || typeof first === "bigint" ? Number(first) : null;
}
