// @ts-check
'use strict';
// What a person decides about values: right as it is, or to be put right. Kept in the browser until it is
// downloaded as the corrections.csv that `chohyo ingest` takes.

/**
 * @typedef {{ source_sha256: string, table: string, id: string, field: string, was: string, value: string, why: string, by: string, on: string }} Decision
 */

const DECISIONS = 'chohyo decisions';
const DECISION_COLUMNS = /** @type {const} */ (['source_sha256', 'table', 'id', 'field', 'was', 'value', 'why', 'by', 'on']);

/** @returns {Map<string, Decision>} by the value that they are about */
function readDecisions() {
  try {
    const kept = localStorage.getItem(DECISIONS);
    return new Map(kept === null ? [] : JSON.parse(kept));
  } catch {
    // A browser that keeps nothing for files: decisions last as long as the page.
    return new Map();
  }
}

const decisions = readDecisions();

/** @param {Field} field */
function valueKey(field) {
  return `${field.table} ${field.id} ${field.name}`;
}

/** Shows on a value what was decided or said about it. @param {Element} element @param {Field} field */
function markDecision(element, field) {
  const decision = decisions.get(valueKey(field));
  const said = decision === undefined ? field.said : decision.value === decision.was ? 'checked' : 'to correct';
  if (said === undefined) element.removeAttribute('data-said');
  else element.setAttribute('data-said', said);
  if (decision !== undefined) element.setAttribute('title', decision.value);
}

/** @param {ReviewDocument} review @param {Field} field @param {string | null} value null takes the decision back */
function decide(review, field, value, why = '', by = '') {
  const key = valueKey(field);
  if (value === null) decisions.delete(key);
  else
    decisions.set(key, {
      source_sha256: review.sha256,
      table: field.table,
      id: field.id,
      field: field.name,
      was: field.value,
      value,
      why,
      by,
      on: new Date().toISOString().slice(0, 10),
    });
  try {
    localStorage.setItem(DECISIONS, JSON.stringify([...decisions]));
  } catch {
    // See readDecisions.
  }
  for (const element of document.querySelectorAll(`[data-value="${CSS.escape(key)}"]`)) markDecision(element, field);
  showDecisions();
}

function showDecisions() {
  const button = shell('decisions-button', HTMLButtonElement);
  button.hidden = decisions.size === 0;
  button.textContent = t(`${counted(decisions.size, 'decision')}: download corrections.csv`);
}

/** A cell of CSV. @param {string} text */
function csvCell(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @returns {string} */
function decisionsCsv() {
  const rows = [...decisions.values()].map((decision) => DECISION_COLUMNS.map((column) => csvCell(decision[column])).join(','));
  return `${[DECISION_COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

function listenToDecisions() {
  shell('decisions-button', HTMLButtonElement).addEventListener('click', () => {
    const link = el('a', { download: 'corrections.csv', href: URL.createObjectURL(new Blob([decisionsCsv()], { type: 'text/csv' })) });
    link.click();
    URL.revokeObjectURL(link.href);
  });
  showDecisions();
}

/** Where a number was published, to be put under it. @param {ReviewDocument} review @param {Field} field */
function citation(review, field) {
  const page = field.places[0]?.page;
  const year = review.yearLabel || (review.year === null ? '' : String(review.year));
  const title = review.title.replaceAll('\n', ' ');
  const where = [
    `${review.municipality}『${title}』`,
    title.includes(year) ? '' : year,
    page === undefined ? '' : `p. ${page}`,
    review.url === '' ? review.file : review.url,
    review.retrievedOn,
  ];
  return where.filter((part) => part !== '').join(', ');
}

/** The documents' own values cannot be corrected, only checked or cited: they are given (see `sources.csv`). @param {ReviewDocument} review @param {Field} field */
function decisionBar(review, field) {
  const bar = el('div', { class: 'decision' });
  const draw = (/** @type {boolean} */ isOpen) => {
    const decision = decisions.get(valueKey(field));
    const isRight = decision !== undefined && decision.value === decision.was;
    const isWrong = decision !== undefined && !isRight;
    const right = el('button', { type: 'button', class: 'right', 'aria-pressed': String(isRight) }, 'Right');
    right.addEventListener('click', () => {
      decide(review, field, isRight ? null : field.value);
      draw(false);
    });
    const wrong = el('button', { type: 'button', class: 'wrong', 'aria-pressed': String(isWrong) }, isWrong ? 'Corrected' : 'Correct…');
    wrong.addEventListener('click', () => draw(!isOpen));
    const cite = el('button', { type: 'button', class: 'cite' }, 'Copy citation');
    cite.addEventListener('click', () => {
      void navigator.clipboard.writeText(citation(review, field)).then(
        () => say('Copied'),
        () => say('The browser does not allow copying'),
      );
    });
    bar.replaceChildren(
      right,
      ...(field.table === 'documents' ? [] : [wrong]),
      cite,
      ...(isOpen ? [correctionForm(review, field, decision, () => draw(false))] : []),
    );
  };
  draw(false);
  return bar;
}

/** @param {ReviewDocument} review @param {Field} field @param {Decision | undefined} decision @param {() => void} done */
function correctionForm(review, field, decision, done) {
  const value = el('textarea', { 'aria-label': t('The right value'), lang: 'ja' });
  value.value = decision?.value ?? field.value;
  const why = el('input', { 'aria-label': 'Why', placeholder: 'Why', value: decision?.why ?? '' });
  const by = el('input', { 'aria-label': 'By', placeholder: 'By', value: decision?.by ?? '' });
  const back = el('button', { type: 'button' }, 'Take back');
  back.addEventListener('click', () => {
    decide(review, field, null);
    done();
  });
  const form = el('form', {}, value, why, by, el('button', { type: 'submit' }, 'Keep'), ...(decision === undefined ? [] : [back]));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    decide(review, field, value.value, why.value, by.value);
    done();
  });
  return form;
}
