// @ts-check
'use strict';
// The records of a document. A record's fields are made when it comes near the view.

/**
 * @typedef {{
 *   element: HTMLElement,
 *   light: (targets: readonly number[], held: readonly number[]) => void,
 *   showTarget: (target: number) => void,
 *   step: (by: number) => number | undefined,
 *   stepFinding: () => number | undefined,
 *   everything: () => void,
 *   ready: () => void,
 * }} RecordPane
 */

/** @type {Record<ReviewRecord['kind'], [one: string, many: string]>} */
const KINDS = {
  document: ['document', 'Document'],
  sheet: ['sheet', 'Sheets'],
  item: ['item', 'Items'],
  plan_node: ['plan', 'Plan'],
  indicator: ['indicator', 'Indicators'],
};

/**
 * @param {ReviewDocument} review
 * @param {Links} links
 * @param {{ point: (target: number | null) => void, hold: (target: number) => void, page: (page: number) => void }} report
 * @returns {RecordPane}
 */
function recordPane(review, links, report) {
  /** @type {readonly number[]} */
  let lit = [];
  /** @type {readonly number[]} */
  let held = [];
  let current = -1;
  let finding = -1;
  const cards = review.records.map((record, index) => recordCard(record, index));
  const findings = findingList(review, links);
  const scroller = el('div', { class: 'records' }, ...troubleNote(review), findings, ...cards);
  const chips = kindChips(review, cards, findings);

  const fill = (/** @type {number} */ index) => {
    const card = cards[index];
    const record = review.records[index];
    if (!card || !record || card.dataset['filled'] !== undefined) return;
    card.dataset['filled'] = '';
    card.querySelector('.fields')?.replaceWith(recordFields(record, links, links.ofRecord[index] ?? []));
    mark(card);
  };
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) if (isIntersecting) fill(Number(target.getAttribute('data-record')));
    },
    { root: scroller, rootMargin: '1200px 0px' },
  );
  /** @param {ParentNode} where */
  const mark = (where) => {
    for (const element of where.querySelectorAll('[data-target]')) {
      const index = Number(element.getAttribute('data-target'));
      element.classList.toggle('lit', lit.includes(index));
      const isHeld = held.includes(index);
      if (isHeld !== element.classList.contains('held')) {
        element.classList.toggle('held', isHeld);
        element.setAttribute('aria-pressed', String(isHeld));
      }
    }
  };
  const select = (/** @type {number} */ index) => {
    cards[current]?.classList.remove('current');
    current = index;
    cards[current]?.classList.add('current');
  };
  const elementOf = (/** @type {number} */ index) => {
    const target = links.targets[index];
    if (target?.kind === 'value') fill(target.record);
    return scroller.querySelector(`[data-target="${index}"]`);
  };

  scroller.addEventListener('pointerover', (event) => isPointed(event) && report.point(carried(event.target, 'target')?.index ?? null));
  scroller.addEventListener('pointerleave', () => report.point(null));
  scroller.addEventListener('focusin', (event) => {
    const target = carried(event.target, 'target');
    if (target?.element.matches(':focus-visible')) report.point(target.index);
  });
  scroller.addEventListener('focusout', () => report.point(null));
  scroller.addEventListener('click', (event) => {
    const page = carried(event.target, 'to-page');
    if (page) return report.page(page.index);
    const target = carried(event.target, 'target');
    // Whoever selects text to copy it does not mean to hold the value.
    if (target && getSelection()?.isCollapsed !== false) report.hold(target.index);
  });
  scroller.addEventListener('keydown', (event) => {
    const target = carried(event.target, 'target');
    if (!target || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    report.hold(target.index);
  });

  return {
    element: el('section', { class: 'record-pane', 'aria-label': 'Records' }, chips, scroller),
    light(targets, heldTargets) {
      lit = targets;
      held = heldTargets;
      mark(scroller);
    },
    showTarget(index) {
      const element = elementOf(index);
      const target = links.targets[index];
      if (!element || !target) return;
      if (target.kind === 'value') select(target.record);
      const card = element.closest('.record');
      if (card instanceof HTMLElement) card.hidden = false;
      intoView(scroller, element);
    },
    step(by) {
      const shown = cards.map((card, index) => ({ card, index })).filter(({ card }) => !card.hidden);
      const now = shown.findIndex(({ index }) => index === current);
      const next = shown[Math.min(shown.length - 1, Math.max(0, now < 0 ? 0 : now + by))];
      if (!next) return undefined;
      fill(next.index);
      select(next.index);
      scroller.scrollTo({ top: next.card.offsetTop - 8 });
      next.card.focus({ preventScroll: true });
      const record = review.records[next.index];
      say(`${record ? t(KINDS[record.kind][0]) : ''} ${record?.number ?? ''} ${record?.title ?? ''}`);
      return links.ofRecord[next.index]?.find((target) => (links.targets[target]?.spots.length ?? 0) > 0);
    },
    stepFinding() {
      if (links.findings.length === 0) return undefined;
      finding = (finding + 1) % links.findings.length;
      return links.findings[finding];
    },
    everything: () => cards.forEach((_, index) => fill(index)),
    ready: () => cards.forEach((card) => observer.observe(card)),
  };
}

/** Scrolls only where it must. @param {HTMLElement} scroller @param {Element} element */
function intoView(scroller, element) {
  const view = scroller.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  if (own.top >= view.top && own.bottom <= view.bottom) return;
  const room = Math.max(16, (view.height - own.height) / 2);
  scroller.scrollTo({ top: scroller.scrollTop + own.top - view.top - room });
}

/** @param {ReviewDocument} review @returns {HTMLElement[]} */
function troubleNote(review) {
  return review.trouble === undefined ? [] : [el('p', { class: 'trouble' }, review.trouble)];
}

/** @param {ReviewRecord} record @param {number} index */
function recordCard(record, index) {
  const [kind] = KINDS[record.kind];
  const texts = [...record.fields, ...record.parts.flatMap((part) => part.fields)];
  // Room for fields that are not made yet: about a line for each forty characters.
  const lines = texts.reduce((sum, field) => sum + 1 + Math.ceil(field.value.length / 40), 0);
  return el(
    'article',
    { class: `record of-${record.kind}`, 'data-record': index, tabindex: '-1', 'aria-label': `${t(kind)} ${record.number} ${record.title}` },
    el(
      'h2',
      {},
      el('span', { class: 'kind' }, kind),
      record.number === '' ? null : el('span', { class: 'no', lang: 'ja' }, record.number),
      el('span', { class: 'title', lang: 'ja' }, record.title.replaceAll('\n', ' ')),
      el('span', { class: 'on-pages' }, ...record.pages.slice(0, 6).map(pageButton)),
    ),
    ...(record.years.length === 0 ? [] : [yearRow(record)]),
    el('div', { class: 'fields', style: `min-height: ${lines * 1.6}em` }),
  );
}

/** The same item in other years, each a link where its document is here. @param {ReviewRecord} record */
function yearRow(record) {
  const years = record.years.map(({ item, document, year, title, rating, isGuess, isShown }) => {
    const words = [
      el('span', { lang: 'ja' }, String(year ?? '–')),
      ...(rating === '' ? [] : [el('span', { class: 'rating', lang: 'ja' }, rating)]),
      ...(isGuess ? [el('span', { class: 'guess', title: 'Linked to the year before by a guess' }, '≈')] : []),
    ];
    if (item === record.id) return el('span', { class: 'of-year here', 'aria-current': 'true' }, ...words);
    if (!isShown) return el('span', { class: 'of-year', title: 'Its document is not part of this review' }, ...words);
    const link = el('a', { class: 'of-year', href: `#/d/${document}/item/${encodeURIComponent(item)}/title` }, ...words);
    // Published text.
    link.title = title;
    return link;
  });
  return el('nav', { class: 'years', 'aria-label': 'The same item through the years' }, ...years);
}

/** @param {number} page */
function pageButton(page) {
  return el('button', { type: 'button', class: 'to-page', 'data-to-page': page, title: `Go to page ${page}` }, `p. ${page}`);
}

/** @param {ReviewRecord} record @param {Links} links @param {readonly number[]} targets */
function recordFields(record, links, targets) {
  const main = targets.slice(0, record.fields.length);
  let next = record.fields.length;
  const parts = record.parts.map((part) => ({ part, targets: part.fields.map(() => targets[next++] ?? -1) }));
  return el(
    'div',
    { class: 'fields' },
    el('dl', {}, ...main.flatMap((target) => fieldRow(links, target))),
    ...partTables(links, parts),
    ...(record.empty.length === 0 ? [] : [el('p', { class: 'empty' }, el('span', {}, 'empty: '), record.empty.join(', '))]),
  );
}

/** @param {Links} links @param {number} index @returns {HTMLElement[]} */
function fieldRow(links, index) {
  const target = links.targets[index];
  if (target?.kind !== 'value') return [];
  const { field } = target;
  return [
    el('dt', { title: hintOf(field) }, el('span', { class: 'printed-name', lang: 'ja' }, field.label), el('span', { class: 'column', lang: 'ja' }, field.name)),
    el('dd', {}, valueElement(links, index)),
  ];
}

/** @param {Links} links @param {number} index */
function valueElement(links, index) {
  const target = links.targets[index];
  if (target?.kind !== 'value') return el('span', {});
  const { field } = target;
  const pages = pagesOfTarget(links, target);
  const placed = pages.length > 0;
  const more = pages.length > 1 ? el('span', { class: 'on-pages' }, ...pages.map(pageButton)) : null;
  const hint = t(placed ? `page ${pages.join(', ')}${field.from === undefined ? '' : `, from ${field.from}`}` : 'not printed itself');
  const value = el(
    'div',
    {
      class: `value${placed ? '' : ' placeless'}${field.from === undefined ? '' : ' derived'}`,
      lang: 'ja',
      title: hint,
      'data-target': index,
      'data-value': valueKey(field),
      role: 'button',
      tabindex: '0',
      'aria-pressed': 'false',
    },
    field.value,
  );
  markDecision(value, field);
  return more ? el('div', {}, value, more) : value;
}

/** @param {ReviewDocument} review @param {Links} links */
function findingList(review, links) {
  const rows = links.findings.map((index, nth) => {
    const target = links.targets[index];
    if (target?.kind !== 'finding') return el('li', {});
    const { severity, code, message, page } = target.finding;
    const look = code === LEFT_OVER ? 'left-over' : severity;
    const before = links.targets[links.findings[nth - 1] ?? -1];
    const isFirst = before?.kind !== 'finding' || before.finding.code !== code;
    const count = review.findings.filter((finding) => finding.code === code).length;
    return el(
      'li',
      {},
      isFirst ? el('h3', { class: 'group', lang: 'ja' }, `${code} × ${count}`) : null,
      el(
        'div',
        { class: 'finding', 'data-target': index, role: 'button', tabindex: '0', 'aria-pressed': 'false' },
        el('span', { class: `badge ${look}` }, look.replace('-', ' ')),
        el('span', { class: 'message', lang: 'ja' }, message),
        el('span', { class: 'code' }, code, page === null ? '' : ` · p. ${page}`),
      ),
    );
  });
  const { glyphs, excluded } = review;
  const kept = Object.entries(excluded).map(([reason, count]) => `${t(reason)} ${count}`);
  const account = `${glyphs.all} characters: ${glyphs.fields} in fields, ${glyphs.labels} in labels, ${glyphs.furniture} page furniture, ${glyphs.leftOver} left over${kept.length === 0 ? '' : `; kept out: ${kept.join(', ')}`}.`;
  const never = review.neverFilled.length === 0 ? null : el('p', { class: 'account' }, `Empty in every item: ${review.neverFilled.join(', ')}.`);
  return el(
    'section',
    { class: 'findings', 'aria-label': 'Findings' },
    el('h2', {}, links.findings.length === 0 ? 'No findings' : counted(links.findings.length, 'finding')),
    ...(rows.length === 0 ? [] : [el('ul', {}, ...rows)]),
    el('p', { class: 'account' }, account),
    never,
  );
}

/** Shows one kind of records alone. @param {ReviewDocument} review @param {readonly HTMLElement[]} cards @param {HTMLElement} findings */
function kindChips(review, cards, findings) {
  const kinds = [...new Set(review.records.map((record) => record.kind))].filter((kind) => kind !== 'document');
  const count = (/** @type {string} */ kind) => review.records.filter((record) => record.kind === kind).length;
  const chip = (/** @type {string} */ kind, /** @type {string} */ label) =>
    el('button', { type: 'button', class: 'chip', 'data-kind': kind, 'aria-pressed': String(kind === '') }, label);
  const bar = el(
    'div',
    { class: 'chips', role: 'toolbar', 'aria-label': 'Kinds of records' },
    chip('', 'All'),
    ...kinds.map((kind) => chip(kind, `${KINDS[kind][1]} ${count(kind)}`)),
  );
  bar.addEventListener('click', (event) => {
    const chosen = event.target instanceof Element ? event.target.closest('.chip') : null;
    if (!chosen) return;
    const kind = chosen.getAttribute('data-kind') ?? '';
    for (const other of bar.children) other.setAttribute('aria-pressed', String(other === chosen));
    cards.forEach((card, index) => (card.hidden = kind !== '' && review.records[index]?.kind !== kind));
    findings.hidden = kind !== '';
  });
  return bar;
}
