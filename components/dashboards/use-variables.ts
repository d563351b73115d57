"use client";
import { useQueryText } from "@/components/list/use-query-text";
import { askedOf, readValues, variableQuery, writeValues } from "@/contracts/dashboard-address";
import type { DashboardDocument, VariableValues } from "@/contracts/dashboard";
import { useCallback, useMemo, useState } from "react";

/** What the page asks the server: it changes only with what decides numbers, so that a band is drawn without a question. */
export function useAsked(
  query: string,
): [asked: string, tell: (document: DashboardDocument | undefined) => void] {
  const [asked, setAsked] = useState(() => variableQuery(query));
  return [
    asked,
    (document) => {
      if (!document) return;
      const now = askedOf(query, document);
      if (now !== askedOf(asked, document)) setAsked(now);
    },
  ];
}

/** Values of variables, from the address and to it. A choice is a step that "back" takes back. */
export function useVariables(
  query: string,
  write: ReturnType<typeof useQueryText>[1],
  { variables }: Pick<DashboardDocument, "variables">,
): [values: VariableValues, set: (name: string, value: VariableValues[string]) => void] {
  const values = useMemo(() => readValues(query, variables), [query, variables]);
  const set = useCallback(
    (name: string, value: VariableValues[string]) =>
      write(writeValues(query, variables, { ...readValues(query, variables), [name]: value }), "pushState"),
    [query, variables, write],
  );
  return [values, set];
}
