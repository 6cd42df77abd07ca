// @ts-check
'use strict';
// The list of documents: what needs a look comes first.

/** Kept while a document is open. */
const listFilter = { municipality: '', year: '', warned: false };

/** @param {ListEntry} entry */
function fitsFilter(entry) {
  if (listFilter.municipality !== '' && entry.municipality !== listFilter.municipality) return false;
  if (listFilter.year !== '' && String(entry.year ?? '') !== listFilter.year) return false;
  return !listFilter.warned || entry.errors + entry.warnings + entry.leftOver > 0 || entry.unseen;
}

/** @returns {{ element: HTMLElement, step: (by: number) => void }} */
function listView() {
  const body = el('tbody', {});
  const summary = el('p', { class: 'summary' });
  const fill = () => {
    const entries = reviewList.documents.filter(fitsFilter);
    body.replaceChildren(...entries.map(listRow));
    const items = entries.reduce((sum, entry) => sum + entry.items, 0);
    const warned = entries.filter((entry) => entry.errors + entry.warnings > 0).length;
    summary.textContent = [counted(entries.length, 'document'), counted(items, 'item'), warned === 0 ? 'no warnings' : `${warned} with warnings`].map(t).join(' · ');
  };
  const heads = ['Findings', 'Municipality', '年度', 'Document', 'Department', 'Items', 'Pages'];
  const element = el(
    'section',
    { class: 'list' },
    el('div', { class: 'list-head' }, el('h1', {}, 'Documents'), summary, filterForm(fill)),
    el('table', { class: 'documents' }, el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col', class: ['Items', 'Pages'].includes(head) ? 'number' : null }, head)))), body),
    el('p', { class: 'made' }, `Made by chohyo ${reviewList.version}. Nothing on this page leaves your machine.`),
  );
  fill();
  element.addEventListener('click', (event) => {
    // The whole row opens its document; the link in it is what the keyboard reaches.
    const row = event.target instanceof Element && !event.target.closest('a') ? event.target.closest('tr') : null;
    const link = row?.querySelector('a');
    if (link && getSelection()?.isCollapsed !== false) link.click();
  });
  const step = (/** @type {number} */ by) => {
    const links = [...body.querySelectorAll('a')];
    const now = links.findIndex((link) => link === document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, now < 0 ? 0 : now + by))]?.focus();
  };
  return { element, step };
}

/** @param {ListEntry} entry */
function listRow(entry) {
  return el(
    'tr',
    {},
    el('td', { class: 'findings' }, ...badges(entry)),
    el('td', { lang: 'ja', class: 'nowrap' }, entry.municipality),
    el('td', { lang: 'ja', class: 'nowrap', title: entry.yearLabel }, entry.year === null ? '–' : String(entry.year)),
    el('td', {}, el('a', { href: `#/d/${entry.id}`, lang: 'ja' }, entry.title), el('div', { class: 'file' }, entry.file)),
    el('td', { lang: 'ja', title: entry.departments }, el('div', { class: 'departments' }, entry.departments)),
    el('td', { class: 'number' }, String(entry.items)),
    el('td', { class: 'number' }, String(entry.pages)),
  );
}

/** @param {ListEntry} entry @returns {HTMLElement[]} */
function badges(entry) {
  const all = [];
  if (entry.errors > 0) all.push(el('span', { class: 'badge error' }, counted(entry.errors, 'error')));
  if (entry.warnings > 0) all.push(el('span', { class: 'badge warning' }, counted(entry.warnings, 'warning')));
  if (entry.leftOver > 0) all.push(el('span', { class: 'badge left-over', title: 'Characters that no field, label or furniture accounts for' }, `${entry.leftOver} left over`));
  if (entry.unseen) all.push(el('span', { class: 'badge info', title: 'Pages without a picture' }, 'no pictures'));
  return all.length > 0 ? all : [el('span', { class: 'fine' }, 'none')];
}

/** @param {() => void} onChange */
function filterForm(onChange) {
  const { documents } = reviewList;
  const municipalities = [...new Set(documents.map((entry) => entry.municipality))].sort();
  const years = [...new Set(documents.map((entry) => String(entry.year ?? '')))].filter((year) => year !== '').sort();
  const municipality = choice('Municipality', 'All municipalities', municipalities, listFilter.municipality);
  const year = choice('Fiscal year', 'All years', years, listFilter.year);
  const warned = el('input', { type: 'checkbox', id: 'warned' });
  warned.checked = listFilter.warned;
  const form = el('form', { class: 'filter' }, municipality, year, el('label', { for: 'warned' }, warned, ' only with findings'));
  form.addEventListener('input', () => {
    Object.assign(listFilter, { municipality: municipality.value, year: year.value, warned: warned.checked });
    onChange();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

/** @param {string} label @param {string} all @param {string[]} values @param {string} chosen */
function choice(label, all, values, chosen) {
  const select = el('select', { 'aria-label': label }, el('option', { value: '' }, all), ...values.map((value) => el('option', { value }, value)));
  select.value = chosen;
  return select;
}
