// @ts-check
'use strict';
// What stands beneath a record: measures, labels without a column, ratings, grids. Each kind in a table of its own shape.

/** @typedef {{ part: ReviewRecord['parts'][number], targets: readonly number[] }} ShownPart */

/** @param {Links} links @param {readonly ShownPart[]} parts @returns {HTMLElement[]} */
function partTables(links, parts) {
  return groupsOf(parts).map((group) => {
    const grid = group[0]?.part.grid;
    return el('div', { class: 'parts' }, grid === undefined ? fieldTable(links, group) : gridTable(links, group, grid.section));
  });
}

/** Parts that follow each other and share a table and, where they are of a grid, its heading. @param {readonly ShownPart[]} parts */
function groupsOf(parts) {
  /** @type {ShownPart[][]} */
  const groups = [];
  let last = '';
  for (const shown of parts) {
    const key = `${shown.part.fields[0]?.table ?? ''} ${shown.part.grid?.section ?? ''}`;
    if (key === last) groups.at(-1)?.push(shown);
    else groups.push([shown]);
    last = key;
  }
  return groups;
}

/** @param {Links} links @param {number} index */
function fieldAt(links, index) {
  const target = links.targets[index];
  return target?.kind === 'value' ? target.field : undefined;
}

/**
 * A row a part, a column a printed value. What was worked out from a value (its number, unit and bound) stands beneath it: in columns
 * of its own it would leave no room for the text.
 * @param {Links} links @param {readonly ShownPart[]} group
 */
function fieldTable(links, group) {
  const fields = group.flatMap(({ part }) => part.fields);
  const names = [...new Set(fields.map((field) => field.name))];
  const columns = names.filter((name) => !fields.some((field) => field.name === name && field.from !== undefined && names.includes(field.from)));
  const headOf = (/** @type {string} */ name) => {
    const field = fields.find((own) => own.name === name);
    return el(
      'th',
      { scope: 'col', title: hintOf(field) },
      el('span', { class: 'printed-name', lang: 'ja' }, field?.label ?? name),
      el('span', { class: 'column', lang: 'ja' }, name),
    );
  };
  const rows = group.map(({ part, targets }) => {
    const cells = columns.map((name) => {
      const own = targets.filter((index) => fieldAt(links, index)?.name === name);
      const beneath = targets.filter((index) => fieldAt(links, index)?.from === name);
      return el(
        'td',
        {},
        ...own.map((index) => valueElement(links, index)),
        beneath.length === 0 ? null : el('div', { class: 'worked-out' }, ...beneath.map((index) => workedOut(links, index))),
      );
    });
    return el('tr', {}, el('th', { scope: 'row', lang: 'ja' }, part.label), ...cells);
  });
  return el('table', {}, el('thead', {}, el('tr', {}, el('th', {}, ''), ...columns.map(headOf))), el('tbody', {}, ...rows));
}

/** @param {Links} links @param {number} index */
function workedOut(links, index) {
  const field = fieldAt(links, index);
  const value = valueElement(links, index);
  if (field !== undefined) value.setAttribute('aria-label', `${field.label}: ${field.value}`);
  return el('span', { class: 'one', title: hintOf(field) }, el('span', { class: 'printed-name', lang: 'ja' }, field?.label ?? ''), value);
}

/**
 * Rows and columns as they are printed; a unit stands beside its value.
 * @param {Links} links @param {readonly ShownPart[]} group @param {string} section
 */
function gridTable(links, group, section) {
  const columns = [...new Set(group.map(({ part }) => part.grid?.column ?? ''))];
  const rows = [...new Set(group.map(({ part }) => part.grid?.row ?? ''))];
  const cellOf = (/** @type {string} */ row, /** @type {string} */ column) => {
    const shown = group.filter(({ part }) => part.grid?.row === row && part.grid.column === column);
    const raw = shown[0]?.part.fields.find((field) => field.name === 'raw')?.value ?? '';
    // A unit that is printed with the number need not be said again.
    const isSaid = (/** @type {number} */ index) => fieldAt(links, index)?.name === 'unit' && raw.endsWith(fieldAt(links, index)?.value ?? '');
    return el('td', {}, ...shown.flatMap(({ targets }) => targets.filter((index) => !isSaid(index)).map((index) => valueElement(links, index))));
  };
  return el(
    'table',
    { class: 'grid' },
    section === '' ? null : el('caption', { lang: 'ja' }, section),
    el('thead', {}, el('tr', {}, el('th', {}, ''), ...columns.map((column) => el('th', { scope: 'col', lang: 'ja' }, column)))),
    el('tbody', {}, ...rows.map((row) => el('tr', {}, el('th', { scope: 'row', lang: 'ja' }, row), ...columns.map((column) => cellOf(row, column))))),
  );
}
