/** What the name of a type of trial says: "cued", "uncued", "omitted", "CS+", "reward omission". */

export const isOmission = (type: string): boolean => /omi(t|ss)|unrewarded/i.test(type);

export const hasCue = (type: string): boolean =>
  /cue|\bCS|omi(t|ss)|tone|odou?r/i.test(type) && !/(un|not |non-?|no[ -])cue/i.test(type);

/** A cue that no reward ever follows: "CS-", "CS minus". Such a trial is neither cued with reward nor an omission of one. */
export const isUnpaired = (name: string): boolean =>
  /\bCS[ _]?([-\u2212\u2013](?![\w+])|minus|neg)/i.test(name);
