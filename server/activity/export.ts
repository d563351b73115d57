import type { EntryView, LogFilter, logFormats } from "../../contracts/activity";
import { toCsv } from "../../formats/write/csv";
import type { LabGrant } from "../access/grant";
import { wholeLog } from "./service";

type Format = (typeof logFormats)[number];

const header = [
  ...["entry", "at", "action", "person_id", "person"],
  ...["object_kind", "object_id", "object", "other_lab", "details"],
];
const cells = ({ id, at, actor, action, object, otherLab, details }: EntryView) => [
  ...[id, at.toISOString(), action, actor?.id ?? null, actor?.name ?? null],
  ...[object.kind, object.id, object.name, otherLab, JSON.stringify(details)],
];

const record = ({ id, at, actor, action, object: { href: _, ...object }, otherLab, details }: EntryView) =>
  JSON.stringify({ entry: id, at: at.toISOString(), action, person: actor, object, otherLab, details });

/** The log as a file, written while it is read. */
export function exportLog(grant: LabGrant, filter: LogFilter, format: Format): ReadableStream<Uint8Array> {
  const texts = format === "csv" ? csv(wholeLog(grant, filter)) : json(wholeLog(grant, filter));
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await texts.return(undefined)),
  });
}

async function* csv(pages: AsyncIterable<EntryView[]>): AsyncGenerator<string> {
  const head = toCsv(header, []);
  yield head;
  for await (const entries of pages)
    if (entries.length > 0) yield toCsv(header, entries.map(cells)).slice(head.length);
}

async function* json(pages: AsyncIterable<EntryView[]>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const entries of pages)
    for (const entry of entries) {
      yield before + record(entry);
      before = ",\n";
    }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}
