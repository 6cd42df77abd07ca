/** Records as read + what was given → records without those gaps. What is printed stands, and a contradiction is told. */
import type { DiagnosticRow, KeptRecords } from '../model/records.js';
import { monthInFiscalYear } from '../text/era.js';
import type { Facts } from './facts.js';

type Provenance = KeptRecords['provenance'][number];

export function applyFacts(records: KeptRecords, facts: Facts): KeptRecords {
  const told = new Set(records.diagnostics.map(({ code }) => code));
  const { document } = records;
  const found: DiagnosticRow[] = [];
  const given: Provenance[] = [];
  const differs = (field: string, printed: string | number, wanted: string | number): void => {
    found.push(
      diagnostic(document.document_id, 'warning', 'W_GIVEN_DIFFERS', `${field} "${wanted}" was given, but "${printed}" is printed: what is printed stands`),
    );
  };
  const take = (field: 'fiscal_year' | 'title', value: string | number): void => {
    given.push({
      table: 'documents',
      id: document.document_id,
      field,
      part: 1,
      page: null,
      x0: null,
      top: null,
      x1: null,
      bottom: null,
      raw: String(value),
      document_id: document.document_id,
      basis: 'given',
    });
  };

  // A title that only the file states about itself is a guess: a given one is better.
  const printedTitle = told.has('W_TITLE_NOT_PRINTED') ? null : document.title;
  let { title, fiscal_year: year } = document;
  if (facts.title !== undefined && printedTitle === null) {
    title = facts.title;
    take('title', title);
  } else if (facts.title !== undefined && solid(facts.title) !== solid(printedTitle ?? '')) differs('title', printedTitle ?? '', facts.title);
  if (facts.fiscalYear !== undefined && year === null) {
    year = facts.fiscalYear;
    take('fiscal_year', year);
  } else if (facts.fiscalYear !== undefined && year !== null && facts.fiscalYear !== year) differs('fiscal_year', year, facts.fiscalYear);
  if (facts.municipality !== undefined && facts.municipality !== document.municipality_code && facts.municipality !== document.municipality) {
    differs('municipality', document.municipality, facts.municipality);
  }

  // The gap was filled, and how is marked: nobody has to look at it again.
  const filled = new Set([
    ...(title === document.title ? [] : ['W_TITLE_MISSING', 'W_TITLE_NOT_PRINTED']),
    ...(year === document.fiscal_year ? [] : ['W_YEAR_MISSING']),
  ]);
  const diagnostics = [...records.diagnostics.map((row) => (filled.has(row.code) ? { ...row, severity: 'info' as const } : row)), ...found];
  return {
    ...records,
    document: { ...document, title, fiscal_year: year, warnings: diagnostics.filter(({ severity }) => severity !== 'info').length },
    items: records.items.map((item) => ({
      ...item,
      document_title: title,
      fiscal_year: year,
      deadline_month: item.fiscal_year === null && item.deadline !== null && year !== null ? monthInFiscalYear(item.deadline, year) : item.deadline_month,
    })),
    provenance: [...records.provenance, ...given],
    diagnostics,
  };
}

export function diagnostic(document: string, severity: DiagnosticRow['severity'], code: string, message: string): DiagnosticRow {
  return { document_id: document, page: null, severity, code, message, x0: null, top: null, x1: null, bottom: null };
}

/** Printed titles run over lines and have spaces of many kinds. */
function solid(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}
