import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** A store function takes exactly one grant, first: nobody reaches a row without a value that says they may. */
const grants =
  /^(Lab|Share|User|Publication|Public|Blind|System|SystemLab)?Grant$|^InLab$|^Reader$|^Asker$|^Visitor$/;
const files = readdirSync("server", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)store\.ts$/.test(file))
  .map((file) => `server/${file}`)
  // what grants are made from
  .filter((file) => file !== "server/access/store.ts");

type Declared = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

interface Exported {
  readonly name: string;
  readonly declared: Declared;
}

function exportedFunctions(file: string): Exported[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((statement): Exported[] => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isFunctionDeclaration(statement)) return [{ name: statement.name!.text, declared: statement }];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
        ? [{ name: name.getText(), declared: initializer }]
        : [],
    );
  });
}

const isGrant = (type: ts.TypeNode | undefined) => type !== undefined && grants.test(type.getText());

describe.each(files)("%s", (file) => {
  it.each(exportedFunctions(file))("$name takes exactly one grant, first", ({ declared }) => {
    const taken = declared.parameters.map(({ type }) => isGrant(type));
    expect(taken[0], "the first parameter is a grant").toBe(true);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});

it("knows stores", () => expect(files.length).toBeGreaterThan(3));
