/**
 * A grammar to begin with, guessed from one document's layout alone: its title, the labels beside and above values, the
 * grids, headings and check marks. No vocabulary of any one form; the few words that every form uses name the fields.
 */
import type { DocumentLayout } from '../../model/layout.js';
import type { Page } from '../../model/page.js';
import { matchKey } from '../../text/fold.js';
import { boxBeside } from '../boxes.js';
import { keyOf, withoutSubLabel } from '../labels.js';
import { passageOfLine } from '../passage.js';
import type { ProposedGrid } from './bands.js';
import { groundsOf } from './grounds.js';
import { isBlank, isLabelLike, labelFor, textOf, unique } from './label-like.js';
import { type FoundLabel, readTable } from './tables.js';
import { type ProposedTitle, titleOf } from './title.js';

export interface ProposedLabel {
  readonly label: string;
  /** The column it fills, by a word that every form uses; undefined: it goes to `fields`. */
  readonly field: string | undefined;
  readonly level: 'sheet' | 'item';
  readonly isMarked: boolean;
  readonly isLines: boolean;
  /** The text that the guess came from. */
  readonly from: string;
  readonly times: number;
}

export interface Proposal {
  readonly title: ProposedTitle | undefined;
  readonly municipality: string | undefined;
  readonly labels: readonly ProposedLabel[];
  readonly grids: readonly ProposedGrid[];
  readonly sections: readonly { readonly label: string; readonly from: string }[];
}

/** Words that forms everywhere use, with the column that they fill; the first that fits. */
const words: readonly (readonly [field: string, level: 'sheet' | 'item', word: RegExp])[] = [
  ['title', 'item', /^(?:\D*\d+年度)?(?:事務)?事業名(?:称)?$|^取組(?:項目|名)$|^件名$/u],
  ['item_no', 'item', /^no\.?$|^(?:整理|事業|評価書)?番号$/u],
  ['division', 'sheet', /^(?:所管|担当|所属)\S{0,8}$|^部課名$|^課名$/u],
  ['method', 'item', /^\d*(?:事業|取組)の?(?:概要|内容)$/u],
  ['goal', 'item', /^\d*(?:事業の?)?目的$|^\d*(?:事業|取組|年度)?目標$/u],
  ['result', 'item', /^\d*(?:取組)?(?:実績|成果)(?:\(.*\))?$/u],
  ['next_steps', 'item', /^\d*今後の(?:方向性|取組|課題)\S{0,6}$/u],
];

export function proposeGrammar(layout: DocumentLayout, pages: readonly Page[]): Proposal {
  const title = titleOf(layout);
  const titleKey = title && matchKey(title.text);
  const found = layout.tables.map((table) => readTable(table, groundsOf(table, pages), titleKey));
  const labels = [...boxedLabels(layout, titleKey), ...found.flatMap(({ labels: own }) => own)];
  const inTables = new Set(labels.map(({ key }) => key));
  const headings = layout.pages.flatMap(({ free, width, height }) =>
    free.flatMap(({ line, furniture }) => {
      const key = keyOf(passageOfLine(line, { x0: 0, top: 0, x1: width, bottom: height }));
      const isHeading = /^(?:≪.+≫|【.+】|[(]\d+[)].+|\d+[.．]?\D.+)$/u.test(key) && isLabelLike(key) && key !== titleKey && !inTables.has(key);
      return furniture === undefined && isHeading ? [{ key, from: line.text }] : [];
    }),
  );
  const sections = [...found.flatMap(({ sections: own }) => own), ...headings].filter(({ key }) => !inTables.has(key));
  const town = layout.pages
    .flatMap(({ free }) => free.map(({ line }) => /^(?:.*第\d+次)?([^\s\d]{1,5}[市区町村])(?![町民内])/u.exec(line.text)?.[1]))
    .find((name) => name !== undefined);
  return {
    title,
    municipality: town,
    labels: named(labels),
    grids: merged(found.flatMap(({ grids }) => grids)),
    sections: unique(
      sections.map(({ key, from }) => ({ label: labelFor(key), from })),
      ({ label }) => label,
    ),
  };
}

/** A line beside or above a box of its own. */
function boxedLabels(layout: DocumentLayout, titleKey: string | undefined): readonly FoundLabel[] {
  const boxes = layout.tables.flatMap(({ cells }) => (cells.length === 1 ? cells : []));
  return layout.pages.flatMap(({ free, width, height }) =>
    free.flatMap(({ line, furniture }) => {
      const key = keyOf(passageOfLine(line, { x0: 0, top: 0, x1: width, bottom: height }));
      const box = furniture === undefined && isLabelLike(key) && key !== titleKey ? boxBeside(line, boxes) : undefined;
      return box && !isBlank(box.cell) ? [{ key, from: `${line.text} → ${textOf(box.cell)}`, isMarked: false, isLines: false }] : [];
    }),
  );
}

/** Labels by what they say; a field is filled by one label only. */
function named(found: readonly FoundLabel[]): readonly ProposedLabel[] {
  const used = new Set<string>();
  return unique(found, ({ key }) => labelFor(key)).map((one) => {
    const key = withoutSubLabel(one.key);
    const word = words.find(([field, , expression]) => !used.has(field) && expression.test(key));
    if (word) used.add(word[0]);
    const same = found.filter((other) => labelFor(other.key) === labelFor(one.key));
    return {
      label: labelFor(one.key),
      field: word?.[0],
      level: word?.[1] ?? 'item',
      isMarked: same.some(({ isMarked }) => isMarked),
      isLines: same.some(({ isLines }) => isLines),
      from: one.from,
      times: same.length,
    };
  });
}

function merged(grids: readonly ProposedGrid[]): readonly ProposedGrid[] {
  return unique(grids, ({ columns }) => columns.join('\n'));
}
