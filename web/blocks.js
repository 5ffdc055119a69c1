// Turns a reply of the API into nodes of the page. Text only ever becomes text nodes: nothing that
// the server or the patient wrote is read as HTML.

// element("p", {class: "x"}, "text", node, ...)
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export const hidden = (text) => element('span', {class: 'visually-hidden'}, text);

const list = (name, items) => element(name, {}, ...items.map((item) => element('li', {}, item)));

const paragraphs = (text) =>
  String(text).split(/\n{2,}/).map((part) => element('p', {class: 'lines'}, part.trim()));

// Colour alone never says how urgent a card is.
const urgencyWords = {
  emergency: 'Immediate action required: ',
  urgent: 'Urgent advice: ',
  soon: 'Non-urgent advice: ',
  none: 'Non-urgent advice: ',
};

export function actionLink(action) {
  if (action.type === 'call') {
    const number = String(action.value).replace(/[^+\d]/g, '');
    return number ? element('a', {class: 'call', href: `tel:${number}`}, action.label) : null;
  }
  if (!/^https?:\/\//.test(action.value)) return null;
  return element('a', {class: 'call', href: action.value, rel: 'noopener noreferrer'}, action.label);
}

export function careCard(card) {
  const level = card.level in urgencyWords ? card.level : 'none';
  const actions = (card.actions ?? []).map(actionLink).filter(Boolean);
  return element('section', {class: `card card--${level}`},
    element('h2', {}, hidden(urgencyWords[level]), card.heading),
    card.items?.length ? list('ul', card.items) : null,
    actions.length ? element('p', {class: 'card__actions'}, ...actions) : null);
}

// What the page can say with no server at all.
export function builtInEmergencyCard(numbers) {
  const call = numbers.emergency_tel
    ? [{type: 'call', label: `Call ${numbers.emergency}`, value: numbers.emergency_tel}] : [];
  return careCard({
    level: 'emergency',
    heading: `Call ${numbers.emergency} now for any of these with back pain:`,
    items: ['numb between the legs or around the bottom', "can't pee, or pee or poo leaks",
      'both legs weak or numb, or a leg getting weaker', 'chest pain, or trouble breathing',
      'fever and very unwell', 'thoughts of ending your life'],
    actions: call,
  });
}

function table(block) {
  const head = element('tr', {}, ...block.columns.map((c) => element('th', {scope: 'col'}, c)));
  const rows = block.rows.map((row) => element('tr', {},
    ...row.map((cell, i) => i === 0 ? element('th', {scope: 'row'}, cell)
      : element('td', {'data-column': block.columns[i]}, cell))));
  return element('div', {class: 'scroll', role: 'region', 'aria-label': 'Table', tabindex: 0},
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)));
}

function exercise(block) {
  return element('section', {class: 'exercise'},
    element('h3', {}, hidden('Exercise: '), block.title),
    block.alt ? element('p', {class: 'hint'}, `What it looks like: ${block.alt}`) : null,
    list('ol', block.steps),
    block.dose ? element('p', {}, element('strong', {}, 'How much: '), block.dose) : null,
    block.stop_if?.length
      ? element('div', {class: 'exercise__stop'},
        element('p', {}, element('strong', {}, 'Stop if:')), list('ul', block.stop_if))
      : null);
}

function sourceItem(source) {
  const name = [source.title, source.publisher, source.year].filter(Boolean).join(', ');
  if (!/^https?:\/\//.test(source.url ?? '')) return element('li', {}, name);
  const link = {href: source.url, target: '_blank', rel: 'noopener noreferrer'};
  return element('li', {}, element('a', link, name, hidden(' (opens in a new tab)')));
}

function sources(block, reply) {
  const known = block.ids.map((id) => reply.sources.find((s) => s.id === id) ?? {title: id});
  return element('details', {class: 'sources'},
    element('summary', {}, known.length === 1 ? 'Where this comes from' :
      `Where this comes from (${known.length})`),
    element('ul', {}, ...known.map(sourceItem)));
}

function titledList(block) {
  return element('div', {}, block.title ? element('h3', {}, block.title) : null,
    list('ul', block.items));
}

function evidence(block) {
  return element('p', {class: 'evidence'},
    element('span', {class: 'evidence__label'}, `Evidence: ${block.label}`), ` ${block.text}`);
}

function blockNodes(block, reply) {
  switch (block.type) {
    case 'text': return paragraphs(block.text);
    case 'care_card': return [careCard(block)];
    case 'list': return [titledList(block)];
    case 'table': return [table(block)];
    case 'exercise': return [exercise(block)];
    case 'figure': return [element('p', {class: 'hint'}, block.alt)];
    case 'evidence': return [evidence(block)];
    case 'sources': return [sources(block, reply)];
    default: return block.text ? paragraphs(block.text) : [];
  }
}

// All of a reply but its question; care cards come first wherever they stand.
export function replyNodes(reply) {
  const cards = reply.blocks.filter((block) => block.type === 'care_card');
  const others = reply.blocks.filter((block) => block.type !== 'care_card');
  const nodes = [...cards, ...others].flatMap((block) => blockNodes(block, reply));
  return nodes.length ? nodes : paragraphs(reply.text);
}
