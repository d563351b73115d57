import { expect, test } from "vitest";
import { reference } from "@/contracts/dashboard";
import { plainText, readBibtex } from "./bibtex";

const two = `
% exported
@article{coddington2023,
  author = {Coddington, Luke T. and Lindo, Sarah E. and Dudman, Joshua T.},
  title = {Mesolimbic dopamine adapts the rate of learning from action},
  journal = {Nature}, volume = 614, pages = {294--302},
  year = {2023},
  doi = {https://doi.org/10.1038/s41586-022-05614-z}
}
@book{sutton:2018, author="Sutton, Richard S. and Barto, Andrew G.", title="Reinforcement {L}earning: An {\\"o}ffnung", publisher={MIT Press}, date={2018-11-13}, url = {http://incompleteideas.net/book/the-book-2nd.html}}
@comment{nothing, here}
@misc{, title={no key}}
`;

test("entries become references that the contract takes", () => {
  const found = readBibtex(two);
  expect(found.map((one) => reference.parse(one))).toEqual(found);
  expect(found).toEqual([
    {
      key: "coddington2023",
      authors: "Coddington, Luke T.; Lindo, Sarah E.; Dudman, Joshua T.",
      year: "2023",
      title: "Mesolimbic dopamine adapts the rate of learning from action",
      container: "Nature, 614, 294–302",
      doi: "10.1038/s41586-022-05614-z",
      url: "",
    },
    {
      key: "sutton:2018",
      authors: "Sutton, Richard S.; Barto, Andrew G.",
      year: "2018",
      title: "Reinforcement Learning: An öffnung",
      container: "MIT Press",
      doi: "",
      url: "http://incompleteideas.net/book/the-book-2nd.html",
    },
  ]);
});

test.each([
  ['Schr{\\"o}dinger', "Schrödinger"],
  ["Fran\\c{c}ois \\'Etienne", "François Étienne"],
  ["\\v{S}mr{\\'a}k", "Šmrák"],
  ["S{\\o}ren Stra{\\ss}e \\& Co", "Søren Straße & Co"],
])("%s is %s", (tex, plain) => expect(plainText(tex)).toBe(plain));

test.each(["", "@article{", "@article{a, title={never closed", "@article{a,title=}", "{}{}{}", "@@@@"])(
  "nonsense is no reference and no error: %s",
  (text) => {
    for (const one of readBibtex(text)) expect(reference.safeParse(one).success).toBe(true);
  },
);
