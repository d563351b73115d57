import { publishedFiles } from "../import/published";
import { guessMapping } from "../import/guess";
import type { UploadPreview } from "../../../contracts/dataset";
import type { InLab } from "../../access/grant";
import { readRows } from "../table/read-rows";
import { Refusal } from "../table/refusal";
import { readUpload, type UploadRecord } from "./store";

const shownRows = 8;
/** What a preview looks at to tell numbers from names. */
const lookedAt = 200;

/** What a file holds and what its columns may mean; a file that is no table says so. */
export async function previewOf(grant: InLab, upload: UploadRecord): Promise<UploadPreview> {
  const rows: (readonly string[])[] = [];
  let header: readonly string[] = [];
  let count = 0;
  try {
    for await (const { cells, row } of readRows(readUpload(grant, upload.id))) {
      if (row === 1) header = cells;
      else {
        count += 1;
        if (rows.length < lookedAt) rows.push(cells);
      }
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return previewWith({ guess: null, toConfirm: [], problem: error.message });
  }
  const published = publishedFiles.find(({ sha256 }) => sha256 === upload.sha256);
  if (published) {
    const { name, licence, citation, source, mapping } = published;
    return {
      ...previewWith({ guess: mapping, toConfirm: [], problem: null }),
      known: { name, licence, citation, source },
    };
  }
  const { mapping, toConfirm, problem } = guessMapping(header, rows);
  return previewWith({ guess: mapping, toConfirm, problem });

  function previewWith(guess: Pick<UploadPreview, "guess" | "toConfirm" | "problem">): UploadPreview {
    return {
      ...upload,
      columns: [...header],
      rows: count,
      firstRows: rows.slice(0, shownRows).map((cells) => [...cells]),
      known: null,
      ...guess,
    };
  }
}
