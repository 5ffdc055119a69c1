// ---- questions: controls for an answer ----
//
// Native radios, checkboxes and buttons only. Typing an answer works as well; the controls are an
// offer. Nothing that matters is sent before "Continue": a slip of the finger can be put right.

function labelled(input, text) {
  return el('label', {class: 'option'}, input, el('span', {}, text));
}

// "None of these" and the like stand alone.
function keepExclusive(inputs, changed) {
  if (!changed.checked) return;
  for (const input of inputs) {
    if (input !== changed && (changed.dataset.exclusive || input.dataset.exclusive)) input.checked = false;
  }
}

function optionInputs(question, type, picked) {
  const name = newId('q');
  const inputs = question.options.map((option) => {
    const input = el('input', {type, name, value: option.id, 'data-exclusive': option.exclusive && 'yes'});
    input.checked = picked.includes(option.id);
    return input;
  });
  if (type === 'checkbox') {
    for (const input of inputs) input.addEventListener('change', () => keepExclusive(inputs, input));
  }
  return inputs;
}

const optionList = (question, inputs) =>
  el('div', {class: 'options'}, ...inputs.map((input, i) => labelled(input, question.options[i].label)));

function scaleInputs(question, picked) {
  const name = newId('scale');
  const inputs = [];
  for (let value = question.min ?? 0; value <= (question.max ?? 10); ++value) {
    const input = el('input', {type: 'radio', name, value});
    input.checked = picked.includes(String(value));
    inputs.push(input);
  }
  return inputs;
}

// The words at the ends stand beside the numbers, and in the names of the first and last radio.
function scaleRow(question, inputs) {
  const last = inputs.length - 1;
  const words = (i) => i === 0 ? question.min_label : i === last ? question.max_label : null;
  return el('div', {class: 'scale'},
    ...inputs.map((input, i) => el('label', {class: 'step'}, input,
      el('span', {}, input.value), words(i) ? hidden(` ${words(i)}`) : null)),
    el('p', {class: 'ends', 'aria-hidden': 'true'},
      el('span', {}, `${inputs[0].value}: ${question.min_label ?? ''}`),
      el('span', {}, `${inputs[last].value}: ${question.max_label ?? ''}`)));
}

// ---- the body map: the picture only ticks the boxes of the list, which is the true control ----

function bodyMap(question, inputs) {
  const map = picture('body-map', '');
  if (!map) return optionList(question, inputs);
  const byId = new Map(inputs.map((input) => [input.value, input]));
  const shapes = [];
  for (const shape of map.querySelectorAll('[data-region]')) {
    // A place may be known by a narrow and by a wider name: "low_left low".
    const input = shape.getAttribute('data-region').split(' ').map((id) => byId.get(id)).find(Boolean);
    if (!input) continue;
    shape.classList.add('place');
    shape.addEventListener('click', () => input.click());
    shapes.push([shape, input]);
  }
  const show = () => shapes.forEach(([shape, input]) => shape.classList.toggle('on', input.checked));
  const options = optionList(question, inputs);
  options.addEventListener('change', show);
  show();
  return el('div', {class: 'map'},
    el('div', {class: 'map-picture'}, el('p', {class: 'soft'}, t('map_hint')), map), options);
}

// ---- one question ----

function continueButton(question, inputs, answer) {
  const error = el('p', {class: 'error', role: 'alert'});
  const go = button('primary', t('go_on'), () => {
    const picked = inputs.filter((input) => input.checked);
    if (picked.length === 0) {
      error.textContent = t('choose_first');
      inputs[0]?.focus();
      return;
    }
    answer(picked.map((input) => input.value),
      picked.map((input) => input.closest('label').querySelector('span').textContent).join(', '));
  });
  return [error, go];
}

function controls(question, picked, answer) {
  switch (question.kind) {
    case 'choice': return [el('div', {class: 'row'}, ...question.options.map((option) =>
      button('choice', option.label, () => answer([option.id], option.label))))];
    case 'yes_no_unsure': {
      const inputs = optionInputs(question, 'radio', picked);
      return [optionList(question, inputs), ...continueButton(question, inputs, answer)];
    }
    case 'multi': {
      const inputs = optionInputs(question, 'checkbox', picked);
      return [optionList(question, inputs), ...continueButton(question, inputs, answer)];
    }
    case 'body_map': {
      const inputs = optionInputs(question, 'checkbox', picked);
      return [bodyMap(question, inputs), ...continueButton(question, inputs, answer)];
    }
    case 'scale': {
      const inputs = scaleInputs(question, picked);
      return [scaleRow(question, inputs), ...continueButton(question, inputs, answer)];
    }
    default: return [el('p', {class: 'soft'}, t('type_answer'))];
  }
}

// `answer(values, label)` is called once the person has chosen; `picked`: what was chosen before.
function questionNode(question, answer, picked = []) {
  const {progress} = question;
  return el('fieldset', {class: 'question'},
    el('legend', {}, progress ? el('span', {class: 'soft'}, t('progress', progress), hidden('. ')) : null,
      el('span', {class: 'asked'}, question.text)),
    ...controls(question, picked, answer),
    question.why
      ? el('details', {}, el('summary', {}, t('why')), el('p', {}, question.why)) : null);
}

function quickReplyNode(quickReplies, say) {
  return el('div', {class: 'row', role: 'group', 'aria-label': t('could_say')},
    ...quickReplies.map((quick) => button('choice', quick.label, () => say(quick.message, quick.label))));
}
