import { referenceAnchor } from "@/components/markdown/citations";
import type { DashboardDocument, Reference } from "@/contracts/dashboard";
import { numberReferences } from "../cited";

/** The bibliography, in the order in which panels cite it. */
export function ReferenceList({ document }: { document: Pick<DashboardDocument, "panels" | "references"> }) {
  const entries = numberReferences(document);
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="references" className="flex flex-col gap-2">
      <h2 id="references" className="font-semibold">
        References
      </h2>
      <ol className="max-w-[80ch] list-decimal pl-6">
        {entries.map(({ reference, number }) => (
          <li
            key={reference.key}
            id={referenceAnchor(number)}
            className="py-0.5 break-words target:bg-accent-wash"
          >
            <ReferenceWords reference={reference} />
          </li>
        ))}
      </ol>
    </section>
  );
}

export function ReferenceWords({ reference }: { reference: Reference }) {
  const { authors, year, title, container, doi, url } = reference;
  const address = doi ? `https://doi.org/${doi}` : url;
  const begin = [authors, year && `(${year})`].filter(Boolean).join(" ");
  return (
    <>
      {begin && `${begin}${begin.endsWith(".") ? "" : "."} `}
      {title}
      {/[.?!]$/.test(title) ? " " : ". "}
      {container && <em>{container}. </em>}
      {address && (
        <a
          href={address}
          className="break-all text-accent underline"
          target="_blank"
          rel="noopener noreferrer"
        >
          {doi ? `doi:${doi}` : url}
        </a>
      )}
    </>
  );
}
