/** What the name of a type of trial says: "cued", "uncued", "omitted", "CS+", "reward omission". */

export const isOmission = (type: string): boolean => /omi(t|ss)|unrewarded/i.test(type);

export const hasCue = (type: string): boolean =>
  /cue|\bCS|omi(t|ss)|tone|odou?r/i.test(type) && !hasNoCue(type);

export const hasNoCue = (type: string): boolean => /(un|not |non-?|no[ _-])(cue|CS\b)/i.test(type);

/**
 * A cue that no reward ever follows: "CS-", "CS2 (-)", "CS minus". Such a trial is neither cued with reward nor an omission
 * of one. A dash that joins words says nothing: "CS-A", "CS->US", "CS - tone".
 */
export const isUnpaired = (name: string): boolean =>
  !/CS\d*\s?\(?\+/i.test(name) &&
  /(?<![a-z])CS\d*(\s?\([-\u2010-\u2015\u2212\u207B\u208B]\)|[-\u2010-\u2015\u2212\u207B\u208B](?=$|[\s_,;:/\])])|[\s_][-\u2010-\u2015\u2212\u207B\u208B]$|[\s_-]?(minus|neg(ative)?)(?=$|[\s_-]*(trial|cue|tone|odou?r)))/i.test(
    name,
  );
