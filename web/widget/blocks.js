// ---- blocks: the parts of a reply as nodes ----

function safeHref(action) {
  if (action.type === 'call') {
    const number = String(action.value).replace(/[^+\d]/g, '');
    return number ? `tel:${number}` : null;
  }
  return /^https?:\/\//.test(action.value) ? action.value : null;
}

function actionLink(action) {
  const href = safeHref(action);
  if (!href) return null;
  return el('a', {class: 'call', href, rel: 'noopener noreferrer'}, action.label);
}

const callAction = (numbers) => numbers.emergency_tel
  ? [{type: 'call', label: t('call', {number: numbers.emergency}), value: numbers.emergency_tel}] : [];

function careCard(card) {
  const level = `urgency_${card.level}` in texts ? card.level : 'none';
  const actions = (card.actions ?? []).map(actionLink).filter(Boolean);
  return el('section', {class: `card card-${level}`, part: 'card'},
    el('h3', {}, el('span', {role: 'text'}, hidden(t(`urgency_${level}`)), card.heading)),
    el('div', {class: 'card-body'},
      card.items?.length ? list('ul', card.items) : null,
      actions.length ? el('p', {class: 'row'}, ...actions) : null));
}

// What the widget can say with no server at all.
function builtInEmergencyCard(numbers) {
  return careCard({
    level: 'emergency',
    heading: t('offline_card_heading', {number: numbers.emergency}),
    items: texts.offline_card_items,
    actions: callAction(numbers),
  });
}

function tableBlock(block) {
  const head = el('tr', {}, ...block.columns.map((c) => c ? el('th', {scope: 'col'}, c) : el('td', {})));
  const rows = block.rows.map((row) => el('tr', {}, ...row.map((cell, i) =>
    i === 0 ? el('th', {scope: 'row'}, cell) : el('td', {'data-column': block.columns[i]}, cell))));
  return el('div', {class: 'scroll', role: 'group', 'aria-label': t('table'), tabindex: 0},
    el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows)));
}

function figureBlock(id, alt) {
  const drawing = picture(id, alt);
  return drawing ? el('div', {class: 'figure'}, drawing) : alt ? el('p', {class: 'soft'}, alt) : null;
}

function exerciseBlock(block) {
  const drawing = block.figure ? picture(block.figure, block.alt) : null;
  const inWords = drawing && block.alt
    ? el('details', {}, el('summary', {}, t('looks_like')), el('p', {}, block.alt)) : null;
  return el('section', {class: 'exercise'},
    el('h3', {}, hidden(t('exercise')), block.title),
    drawing ? el('div', {class: 'figure'}, drawing) : block.alt ? el('p', {class: 'soft'}, block.alt) : null,
    list('ol', block.steps),
    block.dose ? el('p', {}, el('strong', {}, t('dose')), block.dose) : null,
    block.stop_if?.length
      ? el('div', {class: 'stop'}, el('p', {}, el('strong', {}, t('stop_if'))), list('ul', block.stop_if)) : null,
    inWords);
}

function sourceItem(source) {
  const name = [source.title, source.publisher, source.year].filter(Boolean).join(', ');
  const href = safeHref({type: 'link', value: source.url ?? ''});
  if (!href) return el('li', {}, name);
  return el('li', {}, el('a', {href, target: '_blank', rel: 'noopener noreferrer'}, name, hidden(t('new_tab'))));
}

function sourcesBlock(block, reply) {
  const known = block.ids.map((id) => reply.sources.find((s) => s.id === id) ?? {title: id});
  return el('details', {class: 'sources'},
    el('summary', {}, t(known.length === 1 ? 'source_one' : 'source_many', {count: known.length})),
    el('ul', {}, ...known.map(sourceItem)));
}

function blockNodes(block, reply) {
  switch (block.type) {
    case 'text': return paragraphs(block.text);
    case 'care_card': return [careCard(block)];
    case 'list': return [block.title ? el('h3', {}, block.title) : null, list('ul', block.items)];
    case 'table': return [tableBlock(block)];
    case 'exercise': return [exerciseBlock(block)];
    case 'figure': return [figureBlock(block.id, block.alt)];
    case 'evidence': return [el('p', {class: 'evidence'},
      el('span', {class: 'label'}, t('evidence', {label: block.label})), ` ${block.text}`)];
    case 'sources': return [sourcesBlock(block, reply)];
    default: return block.text ? paragraphs(block.text) : [];  // of a later version of the API
  }
}

// All of a reply but its question; care cards come first wherever they stand.
function replyNodes(reply) {
  const cards = reply.blocks.filter((block) => block.type === 'care_card');
  const others = reply.blocks.filter((block) => block.type !== 'care_card');
  const nodes = [...cards, ...others].flatMap((block) => blockNodes(block, reply)).filter(Boolean);
  return nodes.length ? nodes : paragraphs(reply.text);
}

// ---- "what I understood": the person's words, what they were taken for, a way to put them right ----

function statusWords(finding) {
  return [finding.polarity !== 'present' && finding.polarity, finding.time !== 'now' && finding.time,
    finding.who !== 'self' && 'other', finding.mode !== 'report' && finding.mode]
    .filter((word) => word && `is_${word}` in texts).map((word) => t(`is_${word}`));
}

function understoodNode(reply, change) {
  const {findings = [], corrected = []} = reply.understood ?? {};
  const chips = new Map();
  for (const finding of findings) {
    const meaning = [finding.title, ...statusWords(finding)].filter(Boolean).join(', ');
    if (finding.quote && !chips.has(finding.quote)) chips.set(finding.quote, meaning);
  }
  if (chips.size === 0 && corrected.length === 0) return null;
  return el('details', {class: 'understood'},
    el('summary', {}, t('understood')),
    chips.size ? el('p', {class: 'soft'}, t('understood_intro')) : null,
    chips.size ? el('ul', {class: 'chips'}, ...[...chips].map(([quote, meaning]) =>
      el('li', {}, `“${quote}”`, meaning ? `: ${meaning}` : ''))) : null,
    ...corrected.map((c) => el('p', {class: 'soft'}, t('spelled', c))),
    button('quiet', t('change_words'), change));
}
