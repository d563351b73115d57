/** As many as a home page can hold; the rest stand in the lists. */
export const cards = 9;
export const recent = 6;
export const running = 9;
