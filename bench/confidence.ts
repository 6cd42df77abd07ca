/**
 * Confidence against correctness: what `tables` says of itself, and how much of it is right.
 *
 *   npx tsx bench/confidence.ts FOLDER…
 *
 * Each document is read as it is drawn; that reading stands for the truth. Then it is read again with rulings taken away (one in
 * ten, the verticals, all of them), as if nobody had drawn them, and each table found is held against the truth: which of its
 * pairs of neighbouring cells are neighbours there too. A table that is none has no right pair.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { layoutDocument } from '../src/layout/index.js';
import type { Table } from '../src/model/layout.js';
import type { Page } from '../src/model/page.js';
import { readPages } from '../src/reader/pipeline.js';

/** Only the first pages of long documents. */
const MOST_PAGES = 3;
const BINS = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

const WITHOUT: Readonly<Record<string, (page: Page) => Page>> = {
  'without one ruling in ten': (page) => ({ ...page, rulings: page.rulings.filter((_, i) => i % 10 !== 7) }),
  'without verticals': (page) => ({ ...page, rulings: page.rulings.filter(({ axis }) => axis === 'h') }),
  'without rulings': (page) => ({ ...page, rulings: [] }),
};

interface Judged {
  readonly kind: Table['kind'];
  readonly confidence: number;
  readonly right: number;
  readonly pairs: number;
}

const textOf = (table: Table, row: number, col: number): string | undefined => {
  const cell = table.cells.find((c) => c.row <= row && c.row + c.rowSpan > row && c.col <= col && c.col + c.colSpan > col);
  return cell?.parts
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join('')
    .replace(/\s/gu, '');
};

/** Texts beside each other and below each other, empty cells skipped. */
function pairsOf(table: Table): string[] {
  const grid = Array.from({ length: table.rows }, (_, r) => Array.from({ length: table.cols }, (_, c) => textOf(table, r, c) ?? ''));
  const lines = [...grid, ...Array.from({ length: table.cols }, (_, c) => grid.map((row) => row[c] ?? ''))];
  return lines.flatMap((line, i) => {
    const texts = line.filter((text, at) => text !== '' && text !== line[at - 1]);
    return texts.slice(1).map((text, at) => `${i < grid.length ? '→' : '↓'} ${texts[at]} ${text}`);
  });
}

async function judge(file: string): Promise<Judged[]> {
  const bytes = new Uint8Array(readFileSync(file));
  const { upright } = await readPages({ bytes, sourceFile: file, sha256: '' }).catch(() => ({ upright: [] }));
  const pages = upright.map(({ page }) => page).slice(0, MOST_PAGES);
  const read = (drawn: readonly Page[]): readonly Table[] =>
    layoutDocument(drawn, { unruled: true, stitch: false }).tables.filter(({ cells }) => cells.length > 1);
  const truth = new Set(read(pages).flatMap(pairsOf));
  return Object.values(WITHOUT).flatMap((without) =>
    read(pages.map(without)).map((table): Judged => {
      const pairs = pairsOf(table);
      return { kind: table.kind, confidence: table.confidence, pairs: pairs.length, right: pairs.filter((pair) => truth.has(pair)).length };
    }),
  );
}

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => `${folder}/${name}`),
);
const judged: Judged[] = [];
for (const file of files) judged.push(...(await judge(file)));

console.log(`${files.length} documents, ${judged.length} tables with rulings taken away`);
const report = (title: string, judged: readonly Judged[]): void => {
  console.log(`\n${title}\nconfidence   tables   right pairs                 half of them right or more`);
  BINS.slice(1).forEach((to, i) => {
    const from = BINS[i] ?? 0;
    const own = judged.filter(({ confidence, pairs }) => pairs > 0 && confidence >= from && confidence < to);
    const shares = own.map(({ right, pairs }) => right / pairs);
    const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
    const good = shares.filter((share) => share >= 0.5).length / Math.max(1, shares.length);
    if (own.length > 0)
      console.log(
        `${from.toFixed(1)} – ${Math.min(1, to).toFixed(1)}   ${String(own.length).padStart(6)}        ${mean.toFixed(2)} ${'█'.repeat(Math.round(20 * mean)).padEnd(20)}   ${good.toFixed(2)}`,
      );
  });
};

for (const kind of ['ruled', 'unruled'] as const)
  report(
    kind,
    judged.filter((table) => table.kind === kind),
  );
report('all', judged);
