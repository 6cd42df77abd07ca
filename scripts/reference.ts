/** `npm run docs`: docs/columns.md, docs/diagnostics.md and docs/layout.md, from what the data package, the messages and the rules say. A test compares them. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { descriptions } from '../src/export/descriptions.js';
import { field } from '../src/export/datapackage.js';
import { codes } from '../src/messages/codes.js';
import { layoutPath, layoutReference } from './layout-reference.js';
import { columnJa, tablesJa } from '../src/messages/columns-ja.js';
import { otherViews } from '../src/store/other-views.js';
import { columnsOf, tableNames } from '../src/store/views.js';

export const references: readonly { readonly path: string; readonly text: () => string }[] = [
  { path: fileURLToPath(new URL('../docs/columns.md', import.meta.url)), text: columnsReference },
  { path: fileURLToPath(new URL('../docs/diagnostics.md', import.meta.url)), text: diagnosticsReference },
  { path: layoutPath, text: layoutReference },
];

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function columnsReference(): string {
  const tables = tableNames.map((table) => {
    const rows = columnsOf(table).map((column) => {
      const { type, description, constraints } = field(table, column);
      const listed: unknown = constraints?.['enum'];
      const values = Array.isArray(listed) ? ` One of ${listed.map((value) => `\`${String(value)}\``).join(', ')}.` : '';
      return `| \`${column}\` | ${columnJa(table, column)} | ${type} | ${cell(description)}${values} |`;
    });
    return [
      `## ${table}.csv（${tablesJa[table] ?? table}）`,
      descriptions[table].table,
      ['| column | 日本語 | type | |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ].join('\n\n');
  });
  const views = Object.entries(otherViews).map(([view, { about, ja, columns }]) => {
    const rows = Object.entries(columns).map(([column, { type, about: holds, ja: name }]) => `| \`${column}\` | ${name} | ${type} | ${cell(holds)} |`);
    return [`## ${view}（${ja}）`, about, ['| column | 日本語 | type | |', '| --- | --- | --- | --- |', ...rows].join('\n')].join('\n\n');
  });
  return `${[
    '# Tables and columns',
    'Made from the source of `datapackage.json` by `npm run docs`; do not edit.',
    `Every row of \`provenance\` joins its table by one column: the table that \`table\` names has a key (\`items.item_id\`, \`sheets.sheet_id\`,
\`documents.document_id\`, \`indicators.indicator_id\`, \`measures.measure_id\`, \`plan_nodes.node_id\`, \`series.series_id\`, \`ratings.rating_id\`,
\`fields.field_id\`) that equals \`id\`:

\`\`\`sql
SELECT items.title, items.rating, provenance.page, x0, top, x1, bottom
FROM items JOIN provenance ON provenance."table" = 'items' AND provenance.id = items.item_id AND provenance.field = 'rating'
\`\`\`

In the database these tables are views of what is current (\`documents\` has superseded documents too, and says by what); the base tables behind
them have singular names. \`DELETE FROM documents WHERE …\` with plain \`sqlite3\` takes a document out with everything that hangs on it: triggers see
to that, whatever \`PRAGMA foreign_keys\` says. (\`chohyo remove\` also says which document is current now, and renews the index for search.) That a row
which you *insert* has its parent is checked only where the connection asks for it: \`PRAGMA foreign_keys = ON\` first, or \`PRAGMA foreign_key_check\` afterwards.`,
    ...tables,
    '# Views of the database alone',
    'These are not exported; any SQLite program shows them (`SELECT * FROM found_tables`).',
    ...views,
  ].join('\n\n')}\n`;
}

function diagnosticsReference(): string {
  const section = (prefix: string): string =>
    Object.entries(codes)
      .filter(([code]) => code.startsWith(prefix))
      .map(([code, { en, ja }]) => `### ${code}\n\n${en.means} **${en.todo}**\n\n${ja.means}**${ja.todo}**`)
      .join('\n\n');
  return `${[
    '# Diagnostics',
    'Made from the messages by `npm run docs`; do not edit. Codes are stable; the words of a message may change.',
    '## Errors',
    'A file, or the whole command, came to nothing; or a part of a document could not be read.',
    section('E_'),
    '## Warnings',
    'The document was read. Each is a row of `diagnostics.csv` with its place; `--strict` turns them into exit status 6.',
    section('W_'),
    '## Notes',
    'Severity `info`: the value is as printed, but something about it was concluded and not seen. Rows of `diagnostics.csv` with their place; never a failure.',
    section('I_'),
  ].join('\n\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const { path, text } of references) writeFileSync(path, text());
