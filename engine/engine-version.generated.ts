export const engineVersion = "0000000000000000";
