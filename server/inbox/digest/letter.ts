import { inboxSentence, type InboxItemView } from "../../../contracts/inbox";
import type { Mail } from "../../mail/service";

/** The digest, in plain text, with one link: to the inbox, where everything else is. */
export function digestLetter(
  items: readonly InboxItemView[],
  { unread, rate, link }: { unread: number; rate: string; link: string },
): Pick<Mail, "subject" | "text"> {
  const labs = [...new Set(items.map(({ lab }) => lab.name))];
  const more = unread - items.length;
  return {
    subject: `${unread} unread in your Phasic inbox`,
    text: [
      ...labs.flatMap((lab) => [
        lab,
        "",
        ...items.filter((item) => item.lab.name === lab).flatMap(lines),
        "",
      ]),
      ...(more > 0 ? [`And ${more} more.`, ""] : []),
      link,
      "",
      `You asked for this ${rate}. Your account page, under Notifications, changes that.`,
    ].join("\n"),
  };
}

function lines(item: InboxItemView): string[] {
  const failures = item.outcome?.failures.map(({ reason, count }) => `  ${count} x ${oneLine(reason)}`) ?? [];
  return [`- ${oneLine(inboxSentence(item))}`, ...(item.excerpt ? [`  ${item.excerpt}`] : []), ...failures];
}

const oneLine = (text: string) => text.replace(/\s+/g, " ");
