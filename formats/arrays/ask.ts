import { inChoice, inItem } from "../inputs";
import { meaningOf } from "../meaning";
import type { Notes } from "../reader";
import { quoted } from "../refusal";
import { Asking } from "./asking";
import { label } from "./contents";
import { guessArrays, guessOfTrials, guessRecords } from "./guess";
import { recordKinds, type ArrayMapping, type RecordKind } from "./mapping";
import { countOf, isList, structs, type ArrayFile, type Described } from "./model";

/** Which array is what: the guess is shown, and taken when a person confirms it. */

function askRecords(notes: Notes, file: ArrayFile): Pick<ArrayMapping, "records" | "recordIs"> {
  const arrays = structs(file.variables).filter(({ dims }) => countOf(dims) > 1);
  if (arrays.length === 0) return { records: null, recordIs: "subject" };
  const records = notes.ask<string | null>({
    ...{ field: "variables.records", about: "file", guess: guessRecords(file), cannotBeKnown: true },
    question: "Is one of the struct arrays a list of recordings, one element for each?",
    input: inItem(arrays.map((own) => ({ value: own.path, label: label(own) }))),
  });
  if (records === null) return { records, recordIs: "subject" };
  const name = arrays.find(({ path }) => path === records)?.name ?? "";
  const guess = /trial/i.test(name) ? "trial" : /ses/i.test(name) ? "session" : "subject";
  return {
    records,
    recordIs: notes.ask<RecordKind>({
      ...{ field: "variables.recordIs", about: "file", guess, cannotBeKnown: true },
      ...{ question: `What is each element of ${quoted(records)}?`, input: inChoice(recordKinds) },
    }),
  };
}

export function askArrays(notes: Notes, file: ArrayFile): ArrayMapping {
  const { records, recordIs } = askRecords(notes, file);
  const guess = recordIs === "trial" ? guessOfTrials(file, records) : guessArrays(file, records);
  const asking = new Asking(notes, file, records, guess, recordIs);
  const numeric = ({ kind, dims }: Described) => kind === "numbers" && dims.length <= 2;
  const signals = asking.offerItems(
    "signals",
    "Which ones are signals?",
    (own) => (numeric(own) || own.kind === "cells") && countOf(own.dims) > 1,
  );
  const rasters = asking.offerItems(
    "rasters",
    "Which ones are rasters: a number for each sample of each trial, which is not 0 where an event is?",
    (own) => numeric(own) && !isList(own.dims),
  );
  const events = asking.offerItems(
    "events",
    "Which ones are times of events?",
    (own) => own.kind === "cells" || (numeric(own) && countOf(own.dims) > 0),
  );
  const [time, samplingRate, roles] = [asking.time(), asking.rate(), asking.roles()];
  return {
    ...{ sure: (signals ?? rasters ?? events) !== null, records, recordIs, time, samplingRate, roles },
    signals: (signals ?? guess.signals).map((path) => asking.matrix(path)),
    rasters: (rasters ?? guess.rasters).map((path) => {
      const own = asking.matrix(path);
      return { ...own, meaning: meaningOf(notes, own.id) };
    }),
    events: (events ?? guess.events).map((path) => asking.events(path)),
    measures: asking.measures(),
  };
}
