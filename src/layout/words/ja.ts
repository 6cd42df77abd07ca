/** Words of Japanese reports that tell numbers, captions and numbering from other text. */
import type { Language } from './lexicon.js';

const NUMBER = '[0-9０-９一二三四五六七八九十]+';
/** A caption may stand in brackets. */
const OPEN = '[[【(（<＜]?';

export const ja: Language = {
  counters: '人件円千百万億回時間年月日',
  noNumber: ['皆増', '皆減'],
  enumerators: ['[(（][0-9０-９一二三四五六七八九十ア-ン]{1,2}[)）]', '[0-9０-９ア-ン一-十][．、.]'],
  captions: {
    table: [`第\\s*${NUMBER}\\s*表`, `${OPEN}別?表\\s*${NUMBER}`],
    figure: [`${OPEN}図\\s*${NUMBER}`],
    other: [`${OPEN}(?:資料|様式)\\s*${NUMBER}`],
  },
  captionNumbers: [`${OPEN}(?:表|図|別表)\\s*${NUMBER}(?:[-－][0-9０-９]+)*[\\]】)）>＞]?`],
  // 資料 alone may as well head a column.
  notes: ['[(（]注[\\s0-9０-９]*[)）]', '注[0-9０-９]*(?:[:：.．、)）\\s]|$)', '(?:資料|出典|出所)(?:[:：]|\\s\\S)'],
  numbering: ['第.{1,3}[章部節編款項]', '[図表]\\s*[a-z]?[0-9０-９]{1,2}(?:[.-][0-9]{1,2})*\\.?'],
  page: { before: ['ｐ．?', '頁', '第'], of: ['の'], behind: ['ページ', '頁'] },
};
