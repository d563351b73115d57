/** As many saved comparisons as stand in tabs; the others are in the list. */
export const tabs = 12;
