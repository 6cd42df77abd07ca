/** A trial for people. */
import type { Trial, TrialRecord, TrialValue } from './trial.js';

/** A value is shown so far; its place leads to the rest. */
const shown = 60;

const oneLine = (text: string): string => {
  const line = text.replace(/\s*\n\s*/gu, '⏎');
  return line.length > shown ? `${line.slice(0, shown)}… (${text.length} characters)` : line;
};

const percent = (part: number, whole: number): string => (whole === 0 ? '0 %' : `${Math.round((1000 * part) / whole) / 10} %`);

function placesOf({ places }: TrialValue): string {
  return places.map(({ page, box }) => `page ${page} (${[box.x0, box.top, box.x1, box.bottom].map((length) => Math.round(length)).join(' ')})`).join(', ');
}

function valueLine(value: TrialValue): string {
  return `  ${value.field.padEnd(16)} ${oneLine(value.value)}\n  ${' '.repeat(16)} ${value.basis}, ${placesOf(value)}`;
}

/** Long tables in one line a row: `section │ label │ value`. */
function rowLine({ values }: TrialRecord): string {
  const of = (field: string): string | undefined => values.find((value) => value.field === field)?.value;
  const [first] = values;
  const names = ['section', 'aspect', 'label', 'row_label', 'column_label', 'level', 'number', 'name', 'title'].flatMap((field) => of(field) ?? []);
  const value = of('raw');
  const reason = of('reason');
  return `  ${[...names, ...(value === undefined ? [] : [`= ${oneLine(value)}`]), ...(reason === undefined ? [] : [`(${oneLine(reason)})`])].map((text) => oneLine(text)).join(' │ ')}${first ? `  [${first.basis}, page ${first.places[0]?.page ?? 0}]` : ''}`;
}

export function trialText(file: string, trial: Trial): string {
  const lines = [`${file} by ${trial.grammar}: ${Math.round(trial.score * 100)} % of what the grammar expects is printed`];
  if (trial.missing.length > 0) lines.push(`not printed: ${trial.missing.join(', ')}`);
  for (const record of trial.records) {
    if (record.table !== 'sheets' && record.table !== 'items') continue;
    lines.push(
      '',
      `${record.table === 'sheets' ? 'sheet' : 'item'} ${record.id}`,
      ...record.values.map(valueLine),
      ...record.gaps.map(({ field, why }) => `  ${field.padEnd(16)} — empty: ${why}`),
    );
  }
  for (const table of ['fields', 'ratings', 'series', 'plan_nodes', 'indicators'] as const) {
    const own = trial.records.filter((record) => record.table === table);
    if (own.length > 0) lines.push('', `${table}: ${own.length}`, ...own.map(rowLine));
  }
  if (!trial.records.some(({ table }) => table === 'items')) lines.push('', 'no item was found');
  if (trial.unread.length > 0) lines.push('', 'labels that gave no value', ...trial.unread.map(({ field, why }) => `  ${field}: ${why}`));
  const said = trial.diagnostics.filter(({ code }) => code !== 'W_LEFT_OVER');
  const left = trial.diagnostics.filter(({ code }) => code === 'W_LEFT_OVER');
  if (said.length > 0)
    lines.push(
      '',
      'diagnostics',
      ...said.map(({ severity, code, page, message }) => `  ${severity} ${code}${page === null ? '' : ` page ${page}`}: ${message}`),
    );
  if (left.length > 0) {
    lines.push('', 'left over: text that nothing in the grammar accounts for');
    for (const { page, x0, top, x1, bottom, message } of left)
      lines.push(
        `  page ${page ?? 0} (${[x0, top, x1, bottom].map((length) => Math.round(length ?? 0)).join(' ')}) ${oneLine(message.replace(/^left over: /u, ''))}`,
      );
  }
  const { all, fields, labels, furniture, leftOver } = trial.glyphs;
  lines.push(
    '',
    `glyphs: ${all}; in fields ${percent(fields, all)}, labels ${percent(labels, all)}, furniture ${percent(furniture, all)}, left over ${percent(leftOver, all)}`,
  );
  return `${lines.join('\n')}\n`;
}
