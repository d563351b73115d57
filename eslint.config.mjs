import { defineConfig, globalIgnores } from "eslint/config";
import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

const scripts = "**/*.{ts,tsx,mts,mjs}";
const tests = ["**/*.test.{ts,tsx}", "**/testing/**", "engine/golden/**"];

// The last bit of these differs between processors and versions of Node; engine/math has its own.
const inexact =
  "acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow random sin sinh tan tanh".split(
    " ",
  );

const ofReact = nextVitals
  .flatMap(({ rules = {} }) => Object.keys(rules))
  .filter((rule) => /^(react|react-hooks|jsx-a11y)\//.test(rule));

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "The environment is read in server/env.ts only: use env().",
};

export default defineConfig([
  ...nextVitals,
  ...nextTypescript,
  globalIgnores([
    ".next/**",
    ".phasic/**",
    "prisma/generated/**",
    "next-env.d.ts",
    "**/*.generated.ts",
    "**/*.as.ts",
  ]),
  {
    files: [scripts],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-ignore": true, "ts-nocheck": true, "ts-expect-error": true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ["{app,components,contracts,formats,server,worker}/**/*.{ts,tsx}", "proxy.ts"],
    ignores: ["server/env.ts", ...tests],
    rules: { "no-restricted-syntax": ["error", environment] },
  },
  {
    files: ["*.config.{mjs,ts}"],
    rules: { "import/no-anonymous-default-export": "off" },
  },
  {
    // no components and no hooks: what Playwright hands to a fixture is only called `use`
    files: ["**/*.{ts,mts,mjs}"],
    ignores: ["{app,components}/**"],
    rules: Object.fromEntries(ofReact.map((rule) => [rule, "off"])),
  },
  {
    files: ["engine/**/*.ts"],
    ignores: tests,
    rules: {
      "no-restricted-globals": [
        "error",
        ...["console", "crypto", "Date", "fetch", "performance", "process", "setTimeout", "setInterval"].map(
          (name) => ({
            name,
            message: "The engine has no clock, no input or output, and no chance of its own.",
          }),
        ),
      ],
      "no-restricted-properties": [
        "error",
        ...inexact.map((property) => ({
          object: "Math",
          property,
          message: "Not the same to the last bit on every machine: use engine/math.",
        })),
      ],
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["node:*"], message: "The engine imports nothing but itself." }] },
      ],
      "no-restricted-syntax": [
        "error",
        environment,
        {
          selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
          message: "Not the same to the last bit on every machine: multiply, or use engine/math.",
        },
      ],
    },
  },
]);
