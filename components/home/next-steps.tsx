import Link from "next/link";

const steps = [
  {
    path: "/compare",
    what: "Read the demonstration",
    why: "the same task under both readings of dopamine, on the same axes",
  },
  { path: "/models", what: "Fork a model", why: "change one number and see what follows" },
  {
    path: "/experiments/new",
    what: "Launch an experiment",
    why: "models x arms x subjects; you see the plan before it runs",
  },
  { path: "/datasets/new", what: "Upload a recording", why: "real animals beside the simulated ones" },
] as const;

export function NextSteps({ lab }: { lab: string }) {
  return (
    <section aria-labelledby="next" className="flex flex-col gap-2">
      <h2 id="next" className="font-semibold">
        What to do next
      </h2>
      <ul className="flex flex-col gap-1">
        {steps.map(({ path, what, why }) => (
          <li key={path}>
            <Link href={`/lab/${lab}${path}`} className="text-accent underline">
              {what}
            </Link>
            <span className="text-muted">: {why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
