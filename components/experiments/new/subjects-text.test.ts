import { describe, expect, it } from "vitest";
import { readSubjects } from "./subjects-text";

describe("readSubjects", () => {
  it("reads commas, tabs, semicolons and spaces, and skips a head", () => {
    const { subjects, problems } = readSubjects(
      "population,rank,tau_trans\n1,201,0.8\n1\t130\t1.2\n2;98;1\n\n2 119 1.5\r\n",
    );
    expect(problems).toEqual([]);
    expect(subjects).toEqual([
      { population: 1, rank: 201, tauTrans: 0.8 },
      { population: 1, rank: 130, tauTrans: 1.2 },
      { population: 2, rank: 98, tauTrans: 1 },
      { population: 2, rank: 119, tauTrans: 1.5 },
    ]);
  });
  it("fills in the multiplier, the same one each time", () => {
    const [first] = readSubjects("1 201").subjects;
    expect(first.tauTrans).toBeGreaterThanOrEqual(0.5);
    expect(first.tauTrans).toBeLessThan(1.5);
    expect(readSubjects("1 201").subjects[0]).toEqual(first);
  });
  it("names each line it cannot read and keeps the others", () => {
    const { subjects, problems } = readSubjects("1,201,1\n1,501,1\nrubbish\n1,2,3,4");
    expect(subjects).toHaveLength(1);
    expect(problems.map((problem) => problem.slice(0, 6))).toEqual(["Line 2", "Line 3", "Line 4"]);
  });
});
