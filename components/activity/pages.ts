/** Sentences at once on the home page. */
export const acts = 10;
export const nextPage = ({ nextCursor }: { readonly nextCursor: number | null }) => nextCursor;
