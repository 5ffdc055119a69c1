// The full-page chat: what is on the page and what happens when somebody writes.

import {actionLink, builtInEmergencyCard, element, hidden, replyNodes} from './blocks.js';
import {questionNode, quickReplyNode} from './questions.js';
import * as service from './service.js';

const page = Object.fromEntries(['log', 'alert', 'status', 'pinned', 'form', 'message', 'count',
  'emergency-number', 'start-again', 'delete-chat'].map((id) => [id, document.getElementById(id)]));

const state = {
  busy: false,
  offers: [],  // the controls of the last reply; they end with the next message
  numbers: {emergency: 'your local emergency number (911, 999 or 112)', emergency_tel: ''},
  clinic: '',
  reviewed: false,
  maxChars: 4000,
  idleMinutes: 30,
};

// ---- what is shown ----

function addTurn(kind, speaker, ...nodes) {
  const turn = element('div', {class: `turn turn--${kind}`, dir: kind === 'you' ? 'auto' : null},
    hidden(`${speaker}: `), ...nodes);
  page.log.append(turn);  // in one piece: a screen reader reads it once
  if (page.log.childElementCount === 1) return turn;  // the greeting: the page begins at its top
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  turn.scrollIntoView({block: kind === 'you' ? 'nearest' : 'start', behavior: calm ? 'auto' : 'smooth'});
  return turn;
}

const addBot = (...nodes) => addTurn('bot', 'Backtalk', ...nodes);
const addYou = (text) => addTurn('you', 'You', element('p', {class: 'lines'}, text));

function showEmergencyNumber() {
  const {emergency, emergency_tel: tel} = state.numbers;
  page['emergency-number'].replaceChildren(
    tel ? actionLink({type: 'call', label: emergency, value: tel}) : emergency);
}

function showPinned(reply) {
  const card = reply.blocks.find((block) => block.type === 'care_card' && block.pinned);
  if (page.pinned.dataset.heading === (card?.heading ?? '')) return;  // an alert is read once
  page.pinned.dataset.heading = card?.heading ?? '';
  page.pinned.hidden = !card;
  const links = (card?.actions ?? []).map(actionLink).filter(Boolean);
  page.pinned.replaceChildren(...(card ? [element('strong', {}, card.heading), ...links] : []));
  page.pinned.className = `pinned pinned--${card?.level ?? 'none'}`;
}

function endOffers() {
  for (const offer of state.offers) {
    if (offer.matches('fieldset')) offer.disabled = true;
    else offer.remove();
  }
  state.offers = [];
}

function showReply(reply) {
  const offers = [];
  if (reply.question) {
    offers.push(questionNode(reply.question, (values, label) =>
      say({answer: {question_id: reply.question.id, values}}, label)));
  }
  if (reply.quick_replies.length) {
    offers.push(quickReplyNode(reply.quick_replies, (message, label) => say({message}, label)));
  }
  addBot(...replyNodes(reply), ...offers);
  state.offers = offers;
  showPinned(reply);
}

// What to begin with, for whoever does not know what to ask.
const starters = [
  {label: 'My back hurts', message: 'My back hurts'},
  {label: 'What helps low back pain?', message: 'What helps low back pain?'},
  {label: 'When should I see a doctor?', message: 'When should I see a doctor?'},
];

function greet() {
  const {emergency} = state.numbers;
  const offer = quickReplyNode(starters, (message, label) => say({message}, label));
  addBot(
    element('p', {}, `Hello, I'm Backtalk${state.clinic ? `, the chat of ${state.clinic}` : ''}. ` +
      'I answer questions about back and neck pain.'),
    element('p', {}, "I'm a computer program, not a person and not a clinician. " +
      "I can't examine you or say what is wrong. " +
      (state.reviewed ? '' : 'No clinician has reviewed what I say yet.')),
    element('p', {}, element('strong', {}, `In an emergency, call ${emergency}.`)),
    element('p', {}, 'What would you like to know, or what is troubling you?'),
    offer);
  state.offers = [offer];
}

// ---- sending ----

function setBusy(busy) {
  state.busy = busy;
  page.form.classList.toggle('is-busy', busy);
  clearTimeout(state.slow);
  page.status.textContent = '';
  if (busy) state.slow = setTimeout(() => { page.status.textContent = 'Writing an answer…'; }, 800);
}

function showFailure(problem, again) {
  const retry = element('button', {type: 'button', class: 'send'}, 'Try again');
  retry.addEventListener('click', again);
  const why = problem?.detail ?? "I can't reach the server. Your message was not sent.";
  page.alert.replaceChildren(element('p', {class: 'error'}, why),
    builtInEmergencyCard(state.numbers), retry);
  page.alert.scrollIntoView({block: 'start'});
}

// On a phone, focus on the text field would bring up the keyboard over the answer.
function focusAfterSending() {
  if (matchMedia('(pointer: fine)').matches) page.message.focus();
  else page.log.focus();
}

// `what` is {message} or {answer}; `shown` is what the person sees as their own words.
async function say(what, shown) {
  if (state.busy) return;
  setBusy(true);
  page.alert.replaceChildren();
  const turn = addYou(shown);
  const offers = state.offers;
  endOffers();
  focusAfterSending();
  const request = {message_id: service.newMessageId(), ...what};
  const {reply, problem, renewed} = await service.send(request);
  setBusy(false);
  if (reply) {
    if (renewed) addBot(element('p', {}, 'Our earlier chat had ended, so I began a new one.'));
    showReply(reply);
    return;
  }
  if (problem?.code === 'conversation_not_found') {
    addBot(element('p', {}, 'Our chat had ended. Please tell me again in your own words.'));
    showPinned({blocks: []});
    return;
  }
  turn.append(element('p', {class: 'hint'}, 'Not sent'));
  if (what.message && !page.message.value) page.message.value = what.message;
  for (const offer of offers.filter((o) => o.matches('fieldset'))) offer.disabled = false;
  state.offers = offers;
  showFailure(problem, () => {
    turn.remove();
    if (page.message.value === what.message) page.message.value = '';
    say(what, shown);
  });
}

function submit() {
  const text = page.message.value.trim();
  if (!text || state.busy) {
    page.message.focus();
    return;
  }
  if ([...text].length > state.maxChars) {
    page.status.textContent = `That is too long. Please use at most ${state.maxChars} characters.`;
    return;
  }
  page.message.value = '';
  showCount();
  say({message: text}, text);
}

function showCount() {
  const used = [...page.message.value].length;
  page.count.hidden = used < state.maxChars * 0.8;
  page.count.textContent = `${used} of ${state.maxChars} characters`;
}

// ---- starting, ending ----

function clearPage() {
  endOffers();
  page.log.replaceChildren();
  page.alert.replaceChildren();
  page.pinned.hidden = true;
  page.pinned.dataset.heading = '';
  page.pinned.replaceChildren();
}

async function startAgain() {
  if (state.busy) return;
  clearPage();
  if (service.conversation()) await say({message: 'start over'}, 'Start again');
  else greet();
}

async function deleteChat() {
  if (state.busy || !confirm('Delete this chat? It cannot be brought back.')) return;
  const gone = await service.forget();
  service.rememberConversation(null);
  clearPage();
  page.message.value = '';
  addBot(element('p', {}, gone
    ? 'Your chat is deleted.'
    : `I can't reach the server. Your chat will be deleted there within ${state.idleMinutes} minutes.`));
  greet();
}

// A page that is loaded again shows no old words, but the conversation goes on.
async function resume() {
  const known = await service.known();
  if (known === null) {
    service.rememberConversation(null);
    return;
  }
  endOffers();
  addBot(element('p', {}, 'Welcome back. I still know what you told me.'));
  const again = (message, label) => say({message}, label);
  const offer = quickReplyNode([{label: 'Repeat your last answer', message: 'repeat'},
    {label: 'What do you know about me?', message: 'what do you know about me'}], again);
  page.log.lastChild.append(offer);
  state.offers = [offer];
  const level = known?.triage.level;
  if (level === 'emergency' || level === 'urgent') again('repeat', 'Repeat your last answer');
}

async function begin() {
  const meta = await service.meta();
  if (meta) {
    state.numbers = meta.numbers;
    state.clinic = meta.clinic.name;
    state.reviewed = meta.content_reviewed;
    state.maxChars = meta.limits.message_chars;
    state.idleMinutes = Math.ceil(meta.limits.session_idle_seconds / 60);
  }
  showEmergencyNumber();
  greet();
  if (service.conversation()) await resume();
}

page.form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});
page.message.addEventListener('input', showCount);
page.message.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
page['start-again'].addEventListener('click', startAgain);
page['delete-chat'].addEventListener('click', deleteChat);
addEventListener('offline', () => {
  page.alert.replaceChildren(
    element('p', {class: 'error'}, 'You are offline. What you type stays here.'),
    builtInEmergencyCard(state.numbers));
});
addEventListener('online', () => page.alert.replaceChildren());

begin();
