/** Captions, sources and notes: they part what stands above them from what stands below. */
import type { Phrase } from './phrases.js';

const CAPTION = /^(?:(?:table|figure|fig\.|exhibit|chart|graph|box|panel|appendix|annex|source|sources|notes?)\b[\s.:]*(?:[a-z]?[0-9ivx]+|[a-z]\b|:)|[[【(（<＜]?(?:表|図|別表|資料|様式)\s*[0-9０-９一二三四五六七八九十]+)/iu;

export const isCaption = (phrase: Phrase): boolean => CAPTION.test(phrase.text);
