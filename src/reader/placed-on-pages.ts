/** Records of a sheet that was read upright → the same records, their places on the pages as displayed. */
import { round } from '../grammar/row-maker.js';
import type { UprightPage } from '../layout/upright.js';
import type { Box } from '../model/page.js';
import type { DocumentRecords } from '../model/records.js';

/** Takes every place back from the upright pages to the pages as displayed. */
export function placedOnPages(records: DocumentRecords, upright: readonly UprightPage[]): DocumentRecords {
  const pages = new Map(upright.map((page) => [page.page.number, page]));
  return {
    ...records,
    provenance: records.provenance.map((row) => ({ ...row, ...roundBox(pages.get(row.page)?.back(row) ?? row) })),
    diagnostics: records.diagnostics.map((row) => {
      const { page, x0, top, x1, bottom } = row;
      if (page === null || x0 === null || top === null || x1 === null || bottom === null) return row;
      const box = { x0, top, x1, bottom };
      return { ...row, ...roundBox(pages.get(page)?.back(box) ?? box) };
    }),
  };
}

function roundBox({ x0, top, x1, bottom }: Box): Box {
  return { x0: round(x0), top: round(top), x1: round(x1), bottom: round(bottom) };
}
