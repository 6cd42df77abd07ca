/** The findings of a run, grouped by code: how many, in how many files, and where the first stand. */
import { messageIn, type Language } from '../messages/translate.js';
import type { FileReport, ReportedFinding } from './ingest-files.js';

/** Places shown of each code: enough to look one up, few enough to read. */
const SHOWN = 3;
/** Characters of a message shown in a line. */
const WIDTH = 140;

/**
 * ```
 * 3 warnings W_ITEM_GAP in 2 files:
 *   sheets/a.pdf page 14: 5 is missing before number 6
 *   … and 2 more
 * ```
 * Empty when there are none. Documents that are superseded are left out: their twin is told.
 */
export function findingsText(reports: readonly FileReport[], language: Language = 'en'): string {
  const told = reports.filter((report) => report.status !== 'copy' && (report.document?.supersededBy ?? null) === null);
  const groups = new Map<string, { readonly path: string; readonly finding: ReportedFinding }[]>();
  for (const { path, findings } of told) {
    for (const finding of findings) groups.set(finding.code, [...(groups.get(finding.code) ?? []), { path, finding }]);
  }
  const lines = [...groups].sort(byCount).flatMap(([code, found]) => groupLines(code, found, language));
  const doubtful = told.filter((report) => report.doubtful).map(({ path }) => path);
  return [...lines, ...doubtfulLines(doubtful)].map((line) => `${line}\n`).join('');
}

/** A few are named, a line each; of many the first. */
function doubtfulLines(paths: readonly string[]): readonly string[] {
  const lines = paths.slice(0, SHOWN).map((path) => `${path}: as many warnings as items: look at it beside its pages (chohyo review) before you use it`);
  return paths.length > SHOWN ? [...lines, `… and ${paths.length - SHOWN} more files with as many warnings as items`] : lines;
}

function groupLines(code: string, found: readonly { readonly path: string; readonly finding: ReportedFinding }[], language: Language): readonly string[] {
  const files = new Set(found.map(({ path }) => path)).size;
  const severity = found.some(({ finding }) => finding.severity === 'error') ? 'error' : 'warning';
  const places = found
    .slice(0, SHOWN)
    .map(({ path, finding: { page, message } }) => `  ${path}${page === null ? '' : ` page ${page}`}: ${short(messageIn(language, code, message))}`);
  const more = found.length - SHOWN;
  return [`${plural(found.length, severity)} ${code} in ${plural(files, 'file')}:`, ...places, ...(more > 0 ? [`  … and ${more} more`] : [])];
}

/** The most frequent first; what is equally frequent by code. */
function byCount(one: readonly [string, readonly unknown[]], other: readonly [string, readonly unknown[]]): number {
  return other[1].length - one[1].length || (one[0] < other[0] ? -1 : 1);
}

function short(message: string): string {
  const line = message.replace(/\s*\n\s*/g, ' ');
  return [...line].length <= WIDTH ? line : `${[...line].slice(0, WIDTH - 1).join('')}…`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
