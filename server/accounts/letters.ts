import type { Mail } from "../mail/service";

type Letter = Pick<Mail, "subject" | "text">;

/** The letters about accounts, in plain text, each with one link at most. */
export const letters = {
  reset: (link: string): Letter => ({
    subject: "A new password for Phasic",
    text: `Somebody, probably you, asked for a new password for your Phasic account.

Choose it here within an hour:

${link}

If it was not you, do nothing: your password stays as it is.
`,
  }),
  verify: (link: string): Letter => ({
    subject: "Is this your address?",
    text: `This address was given for an account on Phasic.

If the account is yours, confirm the address here within an hour:

${link}

If it is not, do nothing.
`,
  }),
  passwordChanged: (): Letter => ({
    subject: "Your Phasic password was changed",
    text: `The password of your Phasic account was changed, and all other browsers were signed out.

If it was not you, use "Forgot your password?" on the page where you sign in, and tell whoever runs the server.
`,
  }),
  emailChanged: (): Letter => ({
    subject: "Your Phasic account has another address",
    text: `The e-mail address of your Phasic account was changed; this one is not used for it any more.

If it was not you, tell whoever runs the server.
`,
  }),
} satisfies Record<string, (link: string) => Letter>;
