// Controls for answering a question: buttons for one choice, boxes for several, radios for a scale.
// Typing an answer works as well; the controls are an offer.

import {element} from './blocks.js';

let count = 0;  // for ids that are unique on the page

function choiceButtons(question, answer) {
  return question.options.map((option) => {
    const button = element('button', {type: 'button', class: 'choice'}, option.label);
    button.addEventListener('click', () => answer([option.id], option.label));
    return button;
  });
}

// "None of these" and the like stand alone.
function keepExclusive(inputs, changed) {
  if (!changed.checked) return;
  for (const input of inputs) {
    const clash = changed.dataset.exclusive || input.dataset.exclusive;
    if (input !== changed && clash) input.checked = false;
  }
}

function labelled(input, text) {
  return element('label', {class: 'option'}, input, element('span', {}, text));
}

function checkboxes(question) {
  const inputs = question.options.map((option) => {
    const input = element('input', {type: 'checkbox', value: option.id});
    if (option.exclusive) input.dataset.exclusive = 'yes';
    return input;
  });
  for (const input of inputs) {
    input.addEventListener('change', () => keepExclusive(inputs, input));
  }
  return {inputs, nodes: inputs.map((input, i) => labelled(input, question.options[i].label))};
}

function scale(question) {
  const name = `scale-${++count}`;
  const inputs = [];
  for (let value = question.min ?? 0; value <= (question.max ?? 10); ++value) {
    inputs.push(element('input', {type: 'radio', name, value}));
  }
  const label = (i) => {
    const words = i === 0 ? question.min_label : i === inputs.length - 1 ? question.max_label : '';
    return words ? `${inputs[i].value} ${words}` : inputs[i].value;
  };
  return {inputs, nodes: inputs.map((input, i) => labelled(input, label(i)))};
}

// Nothing is sent before "Continue": a slip of the finger can be put right.
function pickThenContinue({inputs, nodes}, question, answer) {
  const error = element('p', {class: 'error', role: 'alert'});
  const go = element('button', {type: 'button', class: 'send'}, 'Continue');
  go.addEventListener('click', () => {
    const picked = inputs.filter((input) => input.checked);
    if (picked.length === 0) {
      error.textContent = 'Please choose an answer, or type one below.';
      inputs[0]?.focus();
      return;
    }
    answer(picked.map((input) => input.value),
      picked.map((input) => input.closest('label').textContent).join(', '));
  });
  return [element('div', {class: 'options'}, ...nodes), error, go];
}

function controls(question, answer) {
  switch (question.kind) {
    case 'choice':
    case 'yes_no_unsure': return [element('div', {class: 'choices'}, ...choiceButtons(question, answer))];
    case 'multi':
    case 'body_map': return pickThenContinue(checkboxes(question), question, answer);
    case 'scale': return pickThenContinue(scale(question), question, answer);
    default: return [];
  }
}

// `answer(values, label)` is called once the person has chosen.
export function questionNode(question, answer) {
  const {progress} = question;
  const why = question.why
    ? element('details', {}, element('summary', {}, 'Why do you ask?'),
      element('p', {}, question.why))
    : null;
  return element('fieldset', {class: 'question'},
    element('legend', {}, question.text),
    progress ? element('p', {class: 'hint'}, `Question ${progress.step} of ${progress.of}`) : null,
    ...controls(question, answer), why);
}

export function quickReplyNode(quickReplies, say) {
  const buttons = quickReplies.map((quick) => {
    const button = element('button', {type: 'button', class: 'choice'}, quick.label);
    button.addEventListener('click', () => say(quick.message, quick.label));
    return button;
  });
  return element('div', {class: 'choices', role: 'group', 'aria-label': 'You could say'},
    ...buttons);
}
