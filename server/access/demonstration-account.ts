import { env } from "../env";

/** The account of the demonstration; its password is printed by `npm start`, so it works only where it was asked for. */
export const demonstrationAccount = { email: "demo@phasic.local", name: "Demonstration" } as const;

/** Everybody signs in to it: nobody changes it, or sees who else does. */
export const isShared = (email: string): boolean => email === demonstrationAccount.email;

/** False for the demonstration's account on a server that has no demonstration (any more). */
export const mayBeSignedIn = (email: string): boolean => !isShared(email) || env().PHASIC_DEMO;
