/** Which text on the first page is the document's title. */
import type { DocumentLayout } from '../../model/layout.js';
import { boxOf, passageOfCell, passageOfLine, plainText, segmentBox, type Passage } from '../passage.js';
import { escape } from './label-like.js';

export interface ProposedTitle {
  readonly pattern: string;
  readonly text: string;
}

const year = /(?:\d{4}|(?:令和|平成|昭和)[\d元]+)年度/u;

/** The text on the first page that looks most like a title: large, high up, in the words of titles. */
export function titleOf(layout: DocumentLayout): ProposedTitle | undefined {
  const [page] = layout.pages;
  if (!page) return undefined;
  const room = { x0: 0, top: 0, x1: page.width, bottom: page.height };
  const cells = layout.tables.flatMap(({ cells: own }) => own.filter(({ parts }) => parts[0]?.page === page.page).map(passageOfCell));
  const lines = page.free.filter(({ furniture }) => furniture !== 'page_number' && furniture !== 'overlay').map(({ line }) => passageOfLine(line, room));
  const ranked = [...lines, ...cells].flatMap((passage) => {
    const text = plainText(passage);
    if (text.length < 3 || text.length > 60 || !isTitleText(text)) return [];
    const top = boxOf(passage.map(segmentBox))?.top ?? 0;
    const score =
      sizeOf(passage) *
      (/(?:シート|評価書|調書|一覧|整理表|計画|報告書|表|状況)\S{0,12}$/u.test(text) ? 1.6 : 1) *
      (year.test(text) ? 1.4 : 1) *
      (1 - (0.5 * top) / page.height);
    return [{ text, score }];
  });
  const best = ranked.sort((a, b) => b.score - a.score)[0];
  return best && { text: best.text, pattern: titlePattern(best.text) };
}

function isTitleText(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !/[。]/u.test(text) && !/^[(（]/u.test(text);
}

const sizeOf = (passage: Passage): number => Math.max(...passage.map(({ line }) => line.size));

function titlePattern(text: string): string {
  const found = year.exec(text);
  const plain = (part: string): string => escape(part).replace(/\\\//gu, '/').replace(/\d+/gu, '\\d+');
  if (!found) return `^(?<title>${plain(text)})$`;
  const after = text.slice(found.index + found[0].length);
  return `^(?<title>${plain(text.slice(0, found.index))}(?<fiscal_year_label>(\\d{4}|(令和|平成|昭和)[\\d元]+)年度)${plain(after)})$`;
}
