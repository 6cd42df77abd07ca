/** `npm run docs`: docs/layout.md, from the rules of the layout room and the corpus of cases. */
import { fileURLToPath } from 'node:url';
import { loadCases } from '../src/layout/corpus/test-cases.js';
import { RULED_WEIGHTS, UNRULED_WEIGHTS } from '../src/layout/evidence/confidence.js';
import { RULES } from '../src/layout/evidence/registry.js';
import type { RuleKind } from '../src/layout/evidence/rule.js';
import { WEIGHT } from '../src/layout/evidence/rule.js';
import { BODY, USUAL_TOLERANCES } from '../src/layout/tolerances.js';

export const layoutPath = fileURLToPath(new URL('../docs/layout.md', import.meta.url));

const cell = (text: string): string => text.replaceAll('|', '\\|');

const TITLES: Readonly<Record<RuleKind, string>> = {
  separator: 'What parts cells',
  role: 'What a mark or a line is',
  join: 'What belongs together',
  veto: 'What speaks against',
  sign: 'Signs of a table without rulings',
};

const RULED: Readonly<Record<keyof typeof RULED_WEIGHTS, string>> = {
  borders: 'sides of its cells that are drawn, of all that are closed',
  whole: 'lines in cells without wide white in them: where a border is missing, two cells are one with white between',
  grid: 'two rows and two columns at least; half for one of them',
  text: 'cells with text; half of them are enough',
};

const UNRULED: Readonly<Record<keyof typeof UNRULED_WEIGHTS, string>> = {
  rules: 'rules as wide as the table',
  figures: 'figures below each other',
  words: 'words in line under headers, or columns that pause together',
  text: 'cells with text; all but a tenth of them are enough',
  rows: 'rows; six are enough',
  gutters: 'white between its columns, where it is least; an em is enough',
};

const weights = (all: Readonly<Record<string, number>>, texts: Readonly<Record<string, string>>): string =>
  [
    '| evidence | counts | a share, from 0 to 1, of |',
    '| --- | --- | --- |',
    ...Object.entries(all).map(([name, weight]) => `| ${name} | ${weight} | ${cell(texts[name] ?? '')} |`),
  ].join('\n');

const em = (points: number): string => (points / BODY).toFixed(2);

export function layoutReference(): string {
  const cases = loadCases();
  const caseOf = (id: string): string => {
    const [first] = cases.filter(({ needs }) => needs.some((need) => need === id)).sort((a, b) => a.needs.length - b.needs.length);
    return first === undefined ? '' : `${first.title} (\`${first.file}\`)`;
  };
  const section = (kind: RuleKind): string => {
    const rows = RULES.filter((rule) => rule.kind === kind).map(
      ({ id, basis, says, because, concludes }) =>
        `| \`${id}\` | ${basis}${concludes === true ? ', told' : ''} | ${cell(says)} | ${cell(because)} | ${cell(caseOf(id))} |`,
    );
    return [`## ${TITLES[kind]}`, ['| rule | goes by | proposes | because | needed for |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')].join('\n\n');
  };
  return `${[
    '# How pages become tables: the rules',
    'Made from the rules and the corpus of cases by `npm run docs`; do not edit.',
    `${RULES.length} rules decide what a page says. Each has an id, speaks in one place of \`src/layout\`, and is true for a reason that its line gives. \`chohyo inspect --html\` draws
what each proposed on a page, and what it lost against. The corpus (\`src/layout/corpus\`, ${cases.length} drawn pages with the tables that a person reads off them) holds for each rule a
case that comes out otherwise without it: a test switches every rule off in turn. The cases have the same tables at ×0.5, ×0.707, ×1.414 and ×2, shifted, turned by 90°, and
with their rulings in other pieces and order.`,
    `A proposal weighs by what its rule goes by: ${Object.entries(WEIGHT)
      .map(([basis, weight]) => `${basis} ${weight}`)
      .join(', ')}. A ruling was drawn on purpose; the same thing on another page or in another
row tells nearly as much; places of characters may be chance; words have many meanings. Today rules are asked in a fixed order, and the first that finds what it looks for decides:
the weight is shown, nothing is summed by it.`,
    `Rules marked "told" settle to which cell a text belongs where neither a ruling nor the text's own place shows it. Where a value of a sheet rests on one, \`ingest\` says so at its
place (\`I_CONCLUDED\`).`,
    '## Confidence',
    `\`tables --format json\` and \`inspect --json\` give each table a \`confidence\` from 0 to 1: how much speaks for it and for its cells. It is a sum of named evidence; a table over several
pages has that of its least sure part.`,
    'Ruled tables:',
    weights(RULED_WEIGHTS, RULED),
    'Tables without rulings down their columns:',
    weights(UNRULED_WEIGHTS, UNRULED),
    `What it is worth was measured by \`npx tsx bench/confidence.ts\` on the fixtures and 45 published PDFs, the first three pages of each: read as drawn for the truth, then again without one ruling in
ten, without verticals, and without any. 567 tables came out; a pair is two cells beside or below each other, and right when the page as drawn has it too. The reading as drawn is itself the
program's, not a person's, and the weights were settled on these pages: on others the figures will be lower.`,
    `\`\`\`
confidence   tables   right pairs
0.4 – 0.5       44    0.53 ███████████
0.5 – 0.6       73    0.39 ████████
0.6 – 0.7       78    0.56 ███████████
0.7 – 0.8       45    0.71 ██████████████
0.8 – 0.9       88    0.76 ███████████████
0.9 – 1.0      239    0.84 █████████████████
\`\`\``,
    '## Settings',
    `\`tables --settings FILE\` (JSON or YAML) turns the few lengths that a page drawn as few others are may need. They are in em of the body's text, whatever size it is printed at.`,
    [
      '| setting | usual | |',
      '| --- | --- | --- |',
      `| \`rulings_within\` | ${em(USUAL_TOLERANCES.sameRuling)} | two rulings nearer than this are one border; pieces nearer than this are one line |`,
      `| \`stray_end\` | ${em(USUAL_TOLERANCES.strayEnd)} | a border that stops so short of another is drawn on to it |`,
      `| \`gutter\` | ${USUAL_TOLERANCES.gutter} | white as wide as this parts two columns where no ruling does |`,
      '| `unruled` | true | false: only tables with rulings are looked for |',
    ].join('\n'),
    ...(['separator', 'role', 'join', 'veto', 'sign'] as const).map(section),
  ].join('\n\n')}\n`;
}
