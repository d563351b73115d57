/** JSON that PostgreSQL takes: it keeps no NUL in text, and some files have them in their names. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "string" ? inner.replaceAll("\0", "") : inner,
  );
