/** What users' scripts rely on: names of commands, options, tables and columns. A change here is a new major version. */
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { buildCommandLine } from '../src/cli/main.js';
import { EXIT } from '../src/cli/exit.js';
import { errorCodes } from '../src/model/errors.js';
import { tableSchemas } from '../src/model/records.js';
import { columnsOf, tableNames } from '../src/store/views.js';

const tables: Readonly<Record<string, string>> = {
  items:
    'item_id, municipality_code, municipality, fiscal_year, document_id, document_title, sheet_no, department, division, head_title, head_name, item_no, title, category, plan_path, responsible, goal, method, indicator, target, deadline, deadline_month, midyear_status, midyear_level, midyear_review, second_half_plan, result, actual, rating, rating_level, rating_reason, next_steps, page_first, page_last, source_file, source_sha256',
  measures: 'item_id, measure_no, label, indicator, target, target_value, target_unit, target_bound, actual, actual_value, actual_unit, attained',
  indicators: 'document_id, municipality, indicator_no, name, unit, description, label, fiscal_year, kind, raw, value, value_alt, note, related',
  plan_nodes: 'node_id, document_id, parent_id, level, number, title, description, indicator_nos, page',
  sheets:
    'document_id, sheet_no, department, division, head_title, head_name, city_goal, department_goal, mission, staff, budget_yen, prepared_on, page_first, page_last',
  documents:
    'document_id, municipality_code, municipality, fiscal_year, fiscal_year_label, title, grammar, grammar_version, source_file, source_sha256, producer, pages, items, glyphs, glyphs_in_fields, glyphs_in_labels, glyphs_in_furniture, glyphs_left_over, warnings',
  provenance: 'table, id, field, part, page, x0, top, x1, bottom, raw',
  diagnostics: 'document_id, page, severity, code, message, x0, top, x1, bottom',
  series: 'document_id, sheet_no, item_id, series_no, section, row_label, column_label, fiscal_year, kind, raw, value, unit, amount_yen, note',
  ratings: 'item_id, rating_no, aspect, raw, level, reason',
  fields: 'document_id, sheet_no, item_id, field_no, section, label, raw',
  item_links: 'item_id, previous_item_id, score, basis',
};

/** Columns that came later: they stand after those above. */
const later: Readonly<Record<string, readonly string[]>> = {
  provenance: ['document_id', 'basis'],
  sheets: ['sheet_id', 'prepared_on_date'],
  indicators: ['indicator_id'],
  measures: ['measure_id', 'comparison'],
  series: ['series_id'],
  ratings: ['rating_id'],
  fields: ['field_id'],
  documents: ['source_path', 'source_url', 'retrieved_on', 'superseded_by'],
};

/** Command → its arguments as the help shows them, and options that it has. */
const commands: Readonly<Record<string, readonly [usage: string, ...options: readonly string[]]>> = {
  ingest: ['<path...>', '--db', '--jobs', '--grammar', '--dry-run', '--json', '--strict', '--year', '--title', '--sources', '--shard', '--grammars'],
  list: ['', '--db', '--json'],
  remove: ['[id...]', '--file', '--db'],
  merge: ['<out> <in...>'],
  export: ['', '--db', '--out', '--table', '--format', '--excel', '--encoding', '--municipality', '--year', '--headers', '--all', '--no-escape'],
  search: ['<text...>', '--db', '--municipality', '--year', '--json'],
  check: ['<dir...>', '--update', '--reporter'],
  inspect: ['<pdf>', '--json', '--html'],
  review: ['', '--db', '--out'],
  tables: ['<path...>', '--pages', '--format', '--split-pages', '--db', '--settings'],
  'grammar list': [''],
  'grammar show': ['<id>'],
  'grammar validate': ['<file...>'],
  'grammar draft': ['<pdf>'],
  'grammar test': ['<grammar> <pdf...>'],
};

describe('the contract', () => {
  it.each(Object.entries(tables))('%s has its columns in order', (table, columns) => {
    const name = tableNames.find((known) => known === table);
    const actual = name === undefined ? [] : columnsOf(name);
    const first = columns.split(', ');
    expect(actual.slice(0, first.length)).toEqual(first);
    expect(actual.slice(first.length)).toEqual(expect.arrayContaining([...(later[table] ?? [])]));
  });

  it('names no other table', () => {
    expect([...tableNames].sort()).toEqual(Object.keys(tables).sort());
  });

  it('says how a value was found in these words', () => {
    expect(tableSchemas.provenance.shape.basis.unwrap().options).toEqual([
      'column',
      'beside',
      'below',
      'within',
      'grid',
      'line',
      'carried',
      'given',
      'corrected',
      'guess',
    ]);
  });

  const nothing = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), env: {} };
  const { program } = buildCommandLine(nothing);

  it.each(Object.entries(commands))('%s takes what it is said to take', (name, [usage, ...options]) => {
    const command = name
      .split(' ')
      .reduce<(typeof program.commands)[number] | undefined>((above, word) => (above?.commands ?? []).find((own) => own.name() === word), program);
    expect(command, name).toBeDefined();
    const shown = (command?.registeredArguments ?? []).map((argument) =>
      argument.required ? `<${argument.name()}${argument.variadic ? '...' : ''}>` : `[${argument.name()}${argument.variadic ? '...' : ''}]`,
    );
    expect(shown.join(' ')).toBe(usage);
    const own = (command?.options ?? []).map(({ long }) => long);
    expect(own).toEqual(expect.arrayContaining(options));
  });

  it('has no other command', () => {
    const names = program.commands.flatMap((command) =>
      command.commands.length === 0 ? [command.name()] : command.commands.map((below) => `${command.name()} ${below.name()}`),
    );
    expect(names.sort()).toEqual(Object.keys(commands).sort());
  });

  it('has --lang, --quiet, --help and --version everywhere', () => {
    expect(program.options.map(({ long }) => long)).toEqual(expect.arrayContaining(['--lang', '--quiet', '--version']));
    expect(program.helpInformation()).toContain('--help');
  });

  it('ends with these statuses', () => {
    expect(EXIT).toEqual({ ok: 0, unexpected: 1, usage: 2, someUnread: 3, noneRead: 4, differences: 5, findings: 6 });
  });

  it('keeps these codes of errors', () => {
    expect(errorCodes).toEqual(
      expect.arrayContaining(['E_NOT_A_PDF', 'E_ENCRYPTED', 'E_NO_TEXT_LAYER', 'E_FONT_UNMAPPED', 'E_UNKNOWN_FORMAT', 'E_LIMIT_TIME']),
    );
  });

  it('has the formats of its outputs', () => {
    const choicesOf = (name: string, option: string): readonly string[] =>
      program.commands.find((command) => command.name() === name)?.options.find(({ long }) => long === option)?.argChoices ?? [];
    expect(choicesOf('export', '--format')).toEqual(['csv', 'jsonl', 'xlsx']);
    expect(choicesOf('export', '--encoding')).toEqual(['utf-8', 'cp932']);
    expect(choicesOf('export', '--headers')).toEqual(['en', 'ja']);
    expect(choicesOf('check', '--reporter')).toEqual(['text', 'junit', 'github', 'json']);
    expect(choicesOf('tables', '--format')).toEqual(['json', 'csv', 'markdown']);
  });
});
