import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False as the server draws a page and until it answers to what somebody does. */
export const useAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
