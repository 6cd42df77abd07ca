/** Check results in the form that a person, a CI server or a program reads. Each gives the whole output as text. */
import { BOX_TOLERANCE, type Difference } from './compare.js';
import type { Value } from './expected.js';
import { KNOWN_FILE } from './known.js';
import type { ReporterName } from './reporter-names.js';
import { isAlike, placeText, subject, type FileResult } from './result.js';

/** Colours a line of a difference, or leaves it as it is. */
export type Paint = (style: 'red' | 'green' | 'bold', text: string) => string;

export function report(name: ReporterName, results: readonly FileResult[], paint: Paint): string {
  switch (name) {
    case 'text':
      return textReport(results, paint);
    case 'junit':
      return junitReport(results);
    case 'github':
      return githubReport(results);
    case 'json':
      return results.map((result) => `${JSON.stringify(jsonOf(result))}\n`).join('');
  }
}

/**
 * ```
 * shimin/calc.pdf
 *   items 1-3 rating, page 2 at 100.1,50-120.1,62
 *     - A
 *     + B
 * ```
 */
export function textReport(results: readonly FileResult[], paint: Paint): string {
  const lines: string[] = [];
  for (const result of results) {
    if (isAlike(result)) continue;
    lines.push(paint('bold', result.path));
    if (result.failure !== undefined) lines.push(`  not read: ${result.failure.code}: ${result.failure.message}`);
    for (const difference of result.differences) {
      lines.push(`  ${[subject(difference), placeText(difference)].filter((part) => part !== '').join(', ')}`);
      for (const [sign, text] of sides(difference)) {
        for (const line of text.split('\n')) lines.push(paint(sign === '-' ? 'red' : 'green', `    ${sign} ${line}`));
      }
    }
  }
  const different = results.filter((result) => !isAlike(result));
  const sum = (of: (result: FileResult) => number): number => results.reduce((total, result) => total + of(result), 0);
  const known = sum((result) => result.known.length);
  const checked = `${count(results.length, 'file')} checked, ${count(
    sum((result) => result.compared),
    'field',
  )} compared`;
  const verdict =
    different.length === 0
      ? 'all as expected'
      : `${different.length} not as expected: ${count(
          sum((result) => result.differences.length),
          'difference',
        )} (- expected, + read; boxes may differ by ${BOX_TOLERANCE} points)`;
  lines.push([checked, verdict, ...(known === 0 ? [] : [`${count(known, 'known difference')} (${KNOWN_FILE})`])].join(', '));
  return `${lines.join('\n')}\n`;
}

/** The two sides of a difference, expected first. */
function sides(difference: Difference): readonly (readonly ['-' | '+', string])[] {
  switch (difference.kind) {
    case 'field':
      return [
        ['-', valueText(difference.expected)],
        ['+', valueText(difference.got)],
      ];
    case 'missing':
      return [['-', rowText(difference.expected)]];
    case 'surplus':
      return [['+', rowText(difference.got)]];
  }
}

function valueText(value: Value): string {
  return value === null ? '(empty)' : String(value);
}

/** Enough of a row to know it by. */
function rowText(row: Readonly<Record<string, Value>>): string {
  const told = Object.entries(row).filter(([column, value]) => value !== null && !['document_id', 'source_sha256'].includes(column));
  return told
    .slice(0, 8)
    .map(([column, value]) => `${column}: ${valueText(value).replaceAll('\n', ' ⏎ ')}`)
    .join('; ');
}

function jsonOf(result: FileResult): unknown {
  const { path, expected, failure, compared, differences, known } = result;
  return { file: path, expected, ok: isAlike(result), compared, ...(failure === undefined ? {} : { error: failure }), differences, known };
}

/** One test case a PDF; what differs is its failure, what could not be read an error. */
function junitReport(results: readonly FileResult[]): string {
  const errors = results.filter((result) => result.failure !== undefined).length;
  const failures = results.filter((result) => !isAlike(result)).length - errors;
  const time = (seconds: number): string => `time="${seconds.toFixed(3)}"`;
  const cases = results.map((result) => {
    const name = `<testcase classname="chohyo check" name="${xml(result.path)}" ${time(result.seconds)}`;
    if (isAlike(result)) return `    ${name}/>`;
    const { failure } = result;
    const [element, type, message] =
      failure === undefined
        ? ['failure', 'difference', count(result.differences.length, 'difference')]
        : ['error', failure.code, `${failure.code}: ${failure.message}`];
    const body = failure === undefined ? textReport([result], (_, text) => text) : failure.remedy;
    return `    ${name}>\n      <${element} type="${type}" message="${xml(message)}">${xml(body)}</${element}>\n    </testcase>`;
  });
  const all = results.reduce((sum, result) => sum + result.seconds, 0);
  const counts = `tests="${results.length}" failures="${failures}" errors="${errors}" ${time(all)}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="chohyo check" ${counts} skipped="0">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** Control characters have no place in XML, not even escaped. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Workflow commands that GitHub Actions shows beside the file. */
function githubReport(results: readonly FileResult[]): string {
  return results
    .filter((result) => !isAlike(result))
    .flatMap((result) => {
      const at = (title: string, message: string, line: number | undefined): string =>
        `::error file=${property(result.expected)}${line === undefined ? '' : `,line=${line}`},title=${property(title)}::${data(message)}\n`;
      const failure = result.failure === undefined ? [] : [at(`${result.path}: not read`, `${result.failure.code}: ${result.failure.message}`, undefined)];
      const differences = result.differences.map((difference) => {
        const message = [placeText(difference), ...sides(difference).map(([sign, text]) => `${sign} ${text}`)].filter((line) => line !== '').join('\n');
        return at(`${result.path}: ${subject(difference)}`, message, difference.line);
      });
      return [...failure, ...differences];
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
