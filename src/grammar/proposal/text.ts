/** A proposal as a grammar file, each guess beside the text that it came from. */
import { stringify } from 'yaml';
import type { Proposal, ProposedLabel } from './index.js';

const scalar = (text: string): string => stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' }).trim();
const inFlow = (text: string): string => (/[,[\]{}]/u.test(text) && !/^['"]/u.test(scalar(text)) ? `'${text.replaceAll("'", "''")}'` : scalar(text));
const comment = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function setting({ label, isMarked, isLines }: ProposedLabel): string {
  if (isMarked) return `{ label: ${inFlow(label)}, as: marked }`;
  return isLines ? `{ label: ${inFlow(label)}, cells: lines }` : inFlow(label);
}

function lineOf(label: ProposedLabel, start: string): readonly string[] {
  const often = label.times > 1 ? ` (${label.times} times: perhaps a repeated part, or several sheets)` : '';
  return [`    # ${comment(label.from)}${often}`, `    ${start}${setting(label)}`];
}

/** `id`: small letters, digits and hyphens. */
export function proposalText(id: string, proposal: Proposal): string {
  const { title, municipality, labels, grids, sections } = proposal;
  const fields = (level: 'sheet' | 'item'): readonly string[] =>
    labels.filter((one) => one.field !== undefined && one.level === level).flatMap((one) => lineOf(one, `${one.field ?? ''}: `));
  const others = labels.filter(({ field }) => field === undefined).flatMap((one) => lineOf(one, '- '));
  const ofSheet = fields('sheet');
  const ofItem = fields('item');
  const filled = labels.flatMap(({ field }) => (field === 'title' || field === 'item_no' ? [field] : []));
  const starting = labels.find(({ field }) => field === 'title');
  return `${[
    '# A draft, guessed from one document: look through every line. docs/grammars.md explains the words;',
    '# `chohyo grammar test THIS.yaml FILE.pdf` shows what each of them reads.',
    `id: ${id}`,
    `title: ${scalar(title?.text ?? id)}`,
    'version: "1"',
    "# The six digits of the 全国地方公共団体コード: nobody's, until you put in the right ones.",
    `municipality: { code: "000001", name: ${inFlow(municipality ?? '不明')} }`,
    '',
    'document:',
    ...(title ? [`  # ${comment(title.text)}`] : ['  # No title was seen: any text is taken.']),
    '  title:',
    `    - ${scalar(title?.pattern ?? '^(?<title>.+)$')}`,
    '',
    ...(ofSheet.length > 0 || starting
      ? [
          'sheet:',
          ...(starting ? ['  # Another value of this field begins a new sheet.', '  starts: [title]'] : []),
          ...(ofSheet.length > 0 ? ['  fields:', ...ofSheet] : []),
          '',
        ]
      : []),
    '# The sheet is taken for one record: `each: row` (a row under a head) and `each: block` (a small form, repeated) are the others.',
    'items:',
    '  each: sheet',
    ...(ofItem.length > 0 ? ['  fields:', ...ofItem] : ['  fields: {}']),
    ...(others.length > 0 ? ['  # Labels that no column was guessed for: what stands there goes to the table `fields`.', '  others:', ...others] : []),
    ...(grids.length > 0
      ? ['  grids:', ...grids.flatMap(({ columns, from }) => [`    # ${comment(from)}`, `    - columns: [${columns.map(inFlow).join(', ')}]`])]
      : []),
    '',
    ...(sections.length > 0
      ? [
          '# Headings and side labels: they name what stands under or beside them.',
          'sections:',
          ...sections.flatMap(({ label, from }) => [`  # ${comment(from)}`, `  - ${scalar(label)}`]),
          '',
        ]
      : []),
    `checks: { numbering: none, required: [${filled.join(', ')}] }`,
  ].join('\n')}\n`;
}
