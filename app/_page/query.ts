export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The query of the page's address as text, without "?". */
export async function queryOf(searchParams: SearchParams): Promise<string> {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(await searchParams))
    for (const one of [value ?? []].flat()) params.append(key, one);
  return params.toString();
}
