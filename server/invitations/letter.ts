import type { Mail } from "../mail/service";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export const invitationLetter = ({
  lab,
  invitedBy,
  role,
  url,
  expiresAt,
}: {
  lab: string;
  invitedBy: string;
  role: string;
  url: string;
  expiresAt: Date;
}): Pick<Mail, "subject" | "text"> => ({
  subject: `${oneLine(invitedBy)} invites you to ${oneLine(lab)} on Phasic`,
  text: [
    `${invitedBy} invites you to the lab ${lab} on Phasic, as ${role}.`,
    "",
    url,
    "",
    `The link works once, until ${day.format(expiresAt)} (UTC), for the account with this address. If you have none, it lets you`,
    "make one. If you did not expect it, leave it: nothing happens until you accept.",
  ].join("\n"),
});

const oneLine = (text: string) => text.replace(/\s+/g, " ");
