// @ts-check
'use strict';
// The list of documents: what needs a look comes first.

/**
 * What the list can be narrowed by: the words of the page for it, and what an entry has of it.
 * @type {Record<string, { label: string, all: string, of: (entry: ListEntry) => readonly string[] }>}
 */
const FACETS = {
  municipality: { label: 'Municipality', all: 'All municipalities', of: (entry) => [entry.municipality] },
  year: { label: 'Fiscal year', all: 'All years', of: (entry) => (entry.year === null ? [] : [String(entry.year)]) },
  department: { label: 'Department', all: 'All departments', of: (entry) => entry.departments.split('、').filter((name) => name !== '') },
  code: { label: 'Code of a finding', all: 'All findings', of: (entry) => entry.codes },
};

/**
 * What the list can be sorted by. Text goes up at first, counts go down: the most is what is looked for.
 * @type {Record<string, { head: string, of: (entry: ListEntry) => string | number }>}
 */
const COLUMNS = {
  findings: { head: 'Findings', of: (entry) => entry.errors * 1e9 + entry.warnings * 1e5 + entry.leftOver },
  municipality: { head: 'Municipality', of: (entry) => entry.code },
  year: { head: '年度', of: (entry) => entry.year ?? 0 },
  title: { head: 'Document', of: (entry) => `${entry.title} ${entry.file}` },
  department: { head: 'Department', of: (entry) => entry.departments },
  items: { head: 'Items', of: (entry) => entry.items },
  pages: { head: 'Pages', of: (entry) => entry.pages },
};

/** Kept while a document is open. @type {{ chosen: Record<string, string>, warned: boolean, sort: string, down: boolean }} */
const listState = { chosen: {}, warned: false, sort: '', down: false };

/** @param {ListEntry} entry @param {string} [but] a facet that does not count */
function fitsFilter(entry, but) {
  const fits = Object.entries(FACETS).every(([name, { of }]) => {
    const wanted = listState.chosen[name] ?? '';
    return name === but || wanted === '' || of(entry).includes(wanted);
  });
  return fits && (!listState.warned || entry.errors + entry.warnings + entry.leftOver > 0 || entry.unseen);
}

/** Without a column to sort by: as they come, the worst first. @param {readonly ListEntry[]} entries */
function sortedEntries(entries) {
  const column = COLUMNS[listState.sort];
  if (column === undefined) return entries;
  const compare = (/** @type {ListEntry} */ a, /** @type {ListEntry} */ b) => {
    const [one, other] = [column.of(a), column.of(b)];
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return String(one).localeCompare(String(other), 'ja', { numeric: true });
  };
  return [...entries].sort((a, b) => (listState.down ? -1 : 1) * compare(a, b));
}

/** @returns {{ element: HTMLElement, step: (by: number) => void }} */
function listView() {
  const body = el('tbody', {});
  const summary = el('p', { class: 'summary' });
  const filter = filterForm(() => fill());
  const head = headRow(() => fill());
  const fill = () => {
    const entries = sortedEntries(reviewList.documents.filter((entry) => fitsFilter(entry)));
    body.replaceChildren(...entries.map(listRow));
    filter.count();
    head.show();
    const items = entries.reduce((sum, entry) => sum + entry.items, 0);
    const warned = entries.filter((entry) => entry.errors + entry.warnings > 0).length;
    summary.textContent = [counted(entries.length, 'document'), counted(items, 'item'), warned === 0 ? 'no warnings' : `${warned} with warnings`]
      .map(t)
      .join(' · ');
  };
  const element = el(
    'section',
    { class: 'list' },
    el('div', { class: 'list-head' }, el('h1', {}, 'Documents'), summary, filter.element),
    el('table', { class: 'documents' }, el('thead', {}, head.element), body),
    el('p', { class: 'made' }, `Made by chohyo ${reviewList.version}. Nothing on this page leaves your machine.`),
  );
  fill();
  body.addEventListener('click', (event) => {
    // The whole row opens its document; the link in it is what the keyboard reaches.
    const row = event.target instanceof Element && !event.target.closest('a') ? event.target.closest('tr') : null;
    const link = row?.querySelector('a');
    if (link && getSelection()?.isCollapsed !== false) link.click();
  });
  const step = (/** @type {number} */ by) => {
    const links = [...body.querySelectorAll('a')];
    const now = document.activeElement instanceof HTMLAnchorElement ? links.indexOf(document.activeElement) : -1;
    links[Math.min(links.length - 1, Math.max(0, now < 0 ? 0 : now + by))]?.focus();
  };
  return { element, step };
}

/** Each head sorts by its column, and again the other way round. @param {() => void} onChange */
function headRow(onChange) {
  const heads = Object.entries(COLUMNS).map(([name, { head }]) => {
    const button = el('button', { type: 'button', class: 'sort', 'data-sort': name }, head);
    button.addEventListener('click', () => {
      const isCount = ['findings', 'items', 'pages'].includes(name);
      const again = listState.sort === name;
      Object.assign(listState, { sort: name, down: again ? !listState.down : isCount });
      onChange();
    });
    return el('th', { scope: 'col', class: ['items', 'pages'].includes(name) ? 'number' : null }, button);
  });
  const element = el('tr', {}, ...heads);
  const show = () => {
    for (const head of heads) {
      const isSorted = head.firstElementChild?.getAttribute('data-sort') === listState.sort;
      if (isSorted) head.setAttribute('aria-sort', listState.down ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
  };
  return { element, show };
}

/** On a narrow screen each cell says what it is. @param {ListEntry} entry */
function listRow(entry) {
  return el(
    'tr',
    {},
    el('td', { class: 'findings' }, ...badges(entry)),
    el('td', { lang: 'ja', class: 'nowrap municipality' }, entry.municipality),
    el('td', { lang: 'ja', class: 'nowrap year', title: entry.yearLabel }, entry.year === null ? '–' : String(entry.year)),
    el('td', { class: 'title' }, el('a', { href: `#/d/${entry.id}`, lang: 'ja' }, entry.title), el('div', { class: 'file', lang: 'ja' }, entry.file)),
    el('td', { lang: 'ja', class: 'department', title: entry.departments }, el('div', { class: 'departments' }, entry.departments)),
    el('td', { class: 'number items', 'data-head': t('Items') }, String(entry.items)),
    el('td', { class: 'number pages-of', 'data-head': t('Pages') }, String(entry.pages)),
  );
}

/** @param {ListEntry} entry @returns {HTMLElement[]} */
function badges(entry) {
  const all = [];
  if (entry.errors > 0) all.push(el('span', { class: 'badge error' }, counted(entry.errors, 'error')));
  if (entry.warnings > 0) all.push(el('span', { class: 'badge warning' }, counted(entry.warnings, 'warning')));
  if (entry.leftOver > 0)
    all.push(el('span', { class: 'badge left-over', title: 'Characters that no field, label or furniture accounts for' }, `${entry.leftOver} left over`));
  if (entry.unseen) all.push(el('span', { class: 'badge info', title: 'Pages without a picture' }, 'no pictures'));
  return all.length > 0 ? all : [el('span', { class: 'fine' }, 'none')];
}

/** Each facet says how many documents each choice would leave, given the others. @param {() => void} onChange */
function filterForm(onChange) {
  const selects = Object.entries(FACETS).map(([name, { label, all, of }]) => {
    // Municipalities as their codes go: by prefecture, as every list of them does.
    const byCode = reviewList.documents.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
    const found = [...new Set(byCode.flatMap(of))];
    const values = name === 'municipality' ? found : found.sort((a, b) => a.localeCompare(b, 'ja', { numeric: true }));
    const options = values.map((value) => el('option', { value, lang: 'ja' }, value));
    const select = el('select', { 'aria-label': label, 'data-facet': name }, el('option', { value: '' }, all), ...options);
    select.value = listState.chosen[name] ?? '';
    select.hidden = values.length < 2;
    const count = () => {
      const entries = reviewList.documents.filter((entry) => fitsFilter(entry, name));
      for (const option of options) option.textContent = `${option.value} (${entries.filter((entry) => of(entry).includes(option.value)).length})`;
    };
    return { name, select, count };
  });
  const warned = el('input', { type: 'checkbox', id: 'warned' });
  warned.checked = listState.warned;
  const element = el('form', { class: 'filter' }, ...selects.map(({ select }) => select), el('label', { for: 'warned' }, warned, ' only with findings'));
  element.addEventListener('input', () => {
    listState.chosen = Object.fromEntries(selects.map(({ name, select }) => [name, select.value]));
    listState.warned = warned.checked;
    onChange();
  });
  element.addEventListener('submit', (event) => event.preventDefault());
  return { element, count: () => selects.forEach(({ count }) => count()) };
}
