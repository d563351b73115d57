import { subject as subjectSchema } from "@/contracts/experiment";
import type { Subject } from "@/engine/run-spec";
import { defaultTauTrans } from "@/engine/subject";

export interface ReadSubjects {
  subjects: Subject[];
  problems: string[];
}

/**
 * Subjects from pasted lines of "population, rank, tau_trans" (comma, semicolon, tab or space). The multiplier may be left
 * out. A head line is skipped; every other line that cannot be read is named.
 */
export function readSubjects(text: string): ReadSubjects {
  const subjects: Subject[] = [];
  const problems: string[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const cells = line
      .trim()
      .split(/[\s,;]+/)
      .filter(Boolean);
    if (cells.length === 0) return;
    const numbers = cells.map(Number);
    if (index === 0 && numbers.some(Number.isNaN)) return;
    const [population, rank, tauTrans = defaultTauTrans(population, rank)] = numbers;
    const read = subjectSchema.safeParse({ population, rank, tauTrans });
    if (!read.success || numbers.length > 3) {
      problems.push(
        `Line ${index + 1} ("${line.trim()}") is not population, rank (1 to 500), tau_trans (0.01 to 10).`,
      );
      return;
    }
    subjects.push(read.data);
  });
  return { subjects, problems };
}
