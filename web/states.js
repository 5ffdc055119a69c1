// Every state of the widget, with made-up answers. `fetch` is replaced, so no server is asked: the
// widget of the state NAME talks to "state/NAME/".
'use strict';

const sources = [
  {id: 'nice_ng59', title: 'Low back pain and sciatica in over 16s', publisher: 'NICE', year: 2020,
    url: 'https://www.nice.org.uk/guidance/ng59'},
  {id: 'nhs_back_pain', title: 'Back pain', publisher: 'NHS', year: 2023, url: null}];

const reply = (blocks, more = {}) => ({conversation_id: 'state', turn: 1, state: 'open', text: 'A reply.', blocks,
  question: null, quick_replies: [], triage: {level: 'none', action: 'none', red_flags: []},
  understood: {findings: [], topics: [], acts: [], corrected: []}, topics: [], sources, content_version: '0123456789abcdef',
  ...more});
const text = (words) => ({type: 'text', text: words});
const finding = (quote, title, more = {}) =>
  ({id: 'x', polarity: 'present', time: 'now', who: 'self', mode: 'report', quote, title, ...more});
const question = (kind, more) => ({question: {id: `q_${kind}`, kind, text: '', why: null, options: [], min: null,
  max: null, min_label: null, max_label: null, progress: null, ...more}});

const answer = reply([
  text('Stay as active as you can, even if you do less than usual. Your back is strong, and gentle movement helps it to settle.'),
  {type: 'list', title: 'What you can do today', items: ['Walk a few minutes several times a day',
    'Use a warm pack with a cloth layer for about 20 minutes', 'Go back to work as soon as you can manage']},
  {type: 'evidence', label: 'moderate', text: 'How sure is this? Fairly: some good studies support it.'},
  text('What to expect: most people feel better within two to six weeks. See a doctor if it is not better in three weeks.'),
  {type: 'sources', ids: ['nice_ng59', 'nhs_back_pain']}],
{quick_replies: [{label: 'Exercises', message: 'What exercises help?'}, {label: 'Causes', message: 'What causes it?'}],
  understood: {findings: [finding('low back hurts', 'back pain'),
    finding('no fever', 'a fever', {polarity: 'absent'}), finding('my dad had cancer', 'cancer', {who: 'other', time: 'past'})],
  topics: [], acts: [], corrected: [{from: 'siatica', to: 'sciatica'}]}});

const card = (level, heading, items, actions = []) => reply(
  [{type: 'care_card', level, heading, items, actions, pinned: level !== 'soon'}, {type: 'sources', ids: ['nhs_back_pain']}],
  {triage: {level, action: 'same_day', red_flags: []}});
const call999 = {type: 'call', label: 'Call 999', value: 'tel:999'};
const emergency = card('emergency', 'Go to an emergency department now', [
  'You said: “numb between my legs”',
  'New numbness between the legs can mean the nerves at the base of your spine are being squeezed. It is uncommon. It needs a hospital check right now.',
  'When you arrive, say: "I have new numbness in the saddle area and I am worried about cauda equina syndrome."',
  'Until you have been checked, please do not: wait and see; drive yourself; have massage or manipulation.'], [call999]);

const regions = [['neck', 'Neck'], ['upper_left', 'Upper back, left'], ['upper_right', 'Upper back, right'],
  ['mid_left', 'Middle of the back, left'], ['mid_right', 'Middle of the back, right'], ['low_left', 'Low back, left'],
  ['low_mid', 'Low back, middle'], ['low_right', 'Low back, right'], ['buttock_left', 'Buttock, left'],
  ['buttock_right', 'Buttock, right'], ['tailbone', 'Tailbone'], ['saddle', 'Between the legs'],
  ['thigh_left', 'Thigh, left'], ['thigh_right', 'Thigh, right'], ['calf_left', 'Lower leg, left'],
  ['calf_right', 'Lower leg, right'], ['foot_left', 'Foot, left'], ['foot_right', 'Foot, right']];
const options = (pairs) => pairs.map(([id, label, exclusive = false]) => ({id, label, exclusive}));
const screen = question('multi', {
  text: 'Do you have any of these now, or new in the last few weeks? Pick every one that fits.',
  why: 'Each item on the list can point to something that needs care quickly. Most people tick none.',
  progress: {step: 2, of: 5},
  options: options([['saddle', 'Numb or odd feeling between the legs (genitals, bottom, inner thighs)'],
    ['bladder', "Can't pee, hard to start, can't feel it, or pee leaks"], ['legs', 'Both legs numb or weak, or a foot or leg getting weaker'],
    ['fever', 'Fever or shivers, or feeling very unwell'], ['none', 'None of these', true], ['unsure', 'Not sure', true]])});
const hurts = 'My low back hurts since Monday';
const asked = (more) => [[hurts, reply([text("I'm sorry you're in pain. One question first.")], more)]];
const exercise = (figure, title, alt, steps) => [['How do I do it?', reply([
  {type: 'exercise', id: figure, title, figure, alt, steps, dose: '10 times, once or twice a day',
    stop_if: ['the pain shoots down a leg', 'you feel dizzy']}])]];
const figure = (id, words, alt) => [['Show me', reply([text(words), {type: 'figure', id, alt}])]];
const problem = (status, code, detail) => ({status, body: {code, detail, status, title: detail, safety_text: ''}});
const inside = (chat, selector) => chat.shadowRoot.querySelector(selector);

// `turns`: what is said and what comes back. `then`: what happens after them.
const states = {
  closed: {about: 'Closed: the launcher alone', mode: 'launcher', turns: []},
  open: {about: 'Open on a page, nothing said', mode: 'launcher', turns: [], then: (chat) => chat.open()},
  empty: {about: 'Nothing said yet', turns: []},
  consent: {about: 'Consent is asked first', attributes: {consent: 'required'}, turns: []},
  answer: {about: 'An answer: text, list, evidence, sources, quick replies', turns: [[hurts, answer]]},
  understood: {about: 'What was understood, and putting it right', turns: [[hurts, answer]],
    then: (chat) => { inside(chat, '.understood').open = true; inside(chat, '.sources').open = true; }},
  card_soon: {about: 'Care card: within days', turns: [['It still hurts after 7 weeks', card('soon', 'See a doctor in the next days',
    ['Pain that lasts over six weeks and does not get better should be looked at.'])]]},
  card_urgent: {about: 'Care card: today', turns: [['I have a fever and my back hurts', card('urgent', 'Get medical help today',
    ['You said: “fever”', 'Fever with back pain can be an infection. A doctor should see you today.'],
    [{type: 'call', label: 'Call NHS 111', value: 'tel:111'}])]]},
  card_emergency: {about: 'Care card: emergency', turns: [['I feel numb between my legs', emergency]]},
  card_emergency_dark: {about: 'The same, dark', attributes: {theme: 'dark'}, turns: [['I feel numb between my legs', emergency]]},
  card_crisis: {about: 'Care card: crisis line', turns: [["I can't go on", card('emergency', 'Please talk to someone now',
    ['What you wrote sounds very hard. You do not have to be alone with it.'],
    [{type: 'call', label: 'Call Samaritans on 116 123', value: 'tel:116123'}, call999])]]},
  table: {about: 'Two things compared', turns: [['Heat or ice?', reply([text('Both are for comfort.'),
    {type: 'table', columns: ['', 'Heat', 'Ice'], rows: [['What it is', 'A warm pack or bath', 'A cold pack in a cloth'],
      ['How well it works', 'May ease pain for some days', 'Little is known'], ['Take care', 'Not on numb skin', 'At most 20 minutes']]}])]]},
  exercise: {about: 'An exercise', turns: exercise('ex-glute-bridge', 'Glute bridge',
    'Side view of a person lying on the back with knees bent and feet flat. The hips are lifted.',
    ['Lie on your back with your knees bent and your feet flat.', 'Push through your heels and lift your hips.', 'Hold for two seconds, then lower slowly.'])},
  exercise_dark: {about: 'An exercise, dark', attributes: {theme: 'dark'}, turns: exercise('ex-wall-angels', 'Wall angels',
    'Front view of a person standing with the back against a wall, arms like a goal post.', ['Stand with your back to a wall.', 'Slide your arms up and down.'])},
  figure_spine: {about: 'Picture: the spine', turns: figure('spine', 'The spine has five parts.', 'Side view of the spine with its parts.')},
  figure_sciatica: {about: 'Picture: where sciatica runs', turns: figure('sciatica', 'Sciatica runs down the leg.', 'The nerve from the low back to the foot.')},
  figure_disc: {about: 'Picture: a disc', turns: figure('disc', 'A disc lies between two bones.', 'Three bones of the spine, one disc bulges.')},
  q_choice: {about: 'Question: one of some', turns: asked(question('choice', {text: 'Which of these do you mean?',
    options: options([['a', 'Bulging disc'], ['b', 'Herniated disc'], ['c', 'Worn disc']])}))},
  q_multi: {about: 'Question: several, with “none of these”', turns: asked(screen)},
  q_yes_no: {about: 'Question: yes, no or not sure', turns: asked(question('yes_no_unsure', {
    text: 'Is it hard to start to pee, or can you not feel it?', why: 'The nerves of the low back also serve the bladder.',
    options: options([['yes', 'Yes', true], ['no', 'No', true], ['unsure', 'Not sure', true]])}))},
  q_scale: {about: 'Question: 0 to 10', turns: asked(question('scale', {text: 'How bad is the pain right now?', min: 0, max: 10,
    min_label: 'no pain', max_label: 'worst pain you can imagine', progress: {step: 3, of: 5}}))},
  q_body_map: {about: 'Question: where', turns: asked(question('body_map', {text: 'Where does it hurt? Pick every place.',
    options: options(regions), progress: {step: 1, of: 5}})), then: (chat) => inside(chat, '[value=low_left]').click()},
  q_text: {about: 'Question: in own words', turns: asked(question('text', {text: 'What would you most like to do again?'}))},
  change: {about: 'Changing an answer', turns: [...asked(screen), [{question_id: 'q_multi', values: ['none'], label: 'None of these'}, answer]],
    then: (chat) => chat.shadowRoot.querySelectorAll('.change')[1].click()},
  lower: {about: 'A change that would take a warning away', turns: [['I feel numb between my legs', emergency], ['', answer]],
    then: (chat) => {
      inside(chat, '.change').click();
      inside(chat, '.editing textarea').value = 'My back hurts';
      inside(chat, '.editing .primary').click();
    }},
  menu: {about: 'The menu', turns: [[hurts, answer]], then: (chat) => inside(chat, '[aria-controls=menu]').click()},
  delete: {about: 'Deleting is asked for', turns: [[hurts, answer]], then: (chat) => inside(chat, '.menu li:last-child button').click()},
  person: {about: 'A person', turns: [[hurts, answer]], then: (chat) => inside(chat, '.menu li:nth-child(4) button').click()},
  unreachable: {about: 'The server does not answer', network: {status: 0}, turns: [[hurts]]},
  busy: {about: 'Too many messages', network: problem(429, 'rate_limited', 'Too many messages.'), turns: [[hurts]]},
  broken: {about: 'A fault of the server', network: problem(503, 'overloaded', 'The service cannot answer.'), turns: [[hurts]]},
  offline: {about: 'Offline', turns: [[hurts, answer]], then: () => dispatchEvent(new Event('offline'))},
  dark: {about: 'Dark', attributes: {theme: 'dark'}, turns: asked(screen)},
  contrast: {about: 'High contrast', attributes: {theme: 'contrast'}, turns: asked(screen)},
  rtl: {about: 'Right to left', attributes: {dir: 'rtl'}, turns: asked(screen)},
  narrow: {about: '320 pixels wide', narrow: true, turns: asked(question('scale', {text: 'How bad is the pain right now?', min: 0,
    max: 10, min_label: 'no pain', max_label: 'worst pain you can imagine'}))},
  long_words: {about: 'Long words', narrow: true, turns: [[`My${'back'.repeat(40)}`, reply([text(`Spondylolisthesis${'-itis'.repeat(30)}`)])]]},
};

// ---- the server that is none ----

const turnOf = {};
const json = (body, status = 200) => new Response(JSON.stringify(body), {status});
const realFetch = window.fetch;

window.fetch = async (url, request) => {
  const match = /(?:^|\/)state\/(\w+)\/(.*)$/.exec(url);
  if (!match) return realFetch(url, request);
  const [, name, path] = match;
  const {network, turns} = states[name];
  if (path === 'v1/meta') {
    return json({clinic: {name: 'Riverside Clinic', contact: '01234 567890, weekdays 9 to 5', phone: '01234 567890', url: ''},
      numbers: {emergency: '999', emergency_tel: '999'}, limits: {message_chars: 4000}, content_reviewed: false});
  }
  if (network) {
    if (network.status === 0) throw new TypeError('no network');
    return json(network.body, network.status);
  }
  turnOf[name] = (turnOf[name] ?? -1) + 1;
  return path === 'v1/chat' ? json(turns[Math.min(turnOf[name], turns.length - 1)][1]) : new Response(null, {status: 204});
};

// ---- the page ----

async function play(chat, {turns, then}) {
  await customElements.whenDefined('backtalk-chat');
  for (const [said] of turns) {
    if (said?.values) await chat.chat.say({answer: said}, said.label);
    else if (said) await chat.send(said);
  }
  if (!turns.length && chat.getAttribute('mode') !== 'launcher') await chat.chat.begin();
  await then?.(chat);
  await new Promise((done) => { setTimeout(done, 300); });
  chat.dataset.ready = 'yes';
}

const only = new URLSearchParams(location.search).get('only');
const place = document.getElementById('states');
place.classList.toggle('one', Boolean(only));
for (const [name, state] of Object.entries(states)) {
  if (only ? name !== only : state.mode === 'launcher') continue;
  const chat = document.createElement('backtalk-chat');
  const attributes = {mode: 'inline', storage: 'memory', ...state.attributes, id: name, server: `state/${name}/`,
    ...(state.mode && {mode: state.mode})};
  for (const [key, value] of Object.entries(attributes)) chat.setAttribute(key, value);
  const heading = document.createElement('h2');
  heading.textContent = state.about;
  const section = document.createElement('section');
  section.classList.toggle('narrow', Boolean(state.narrow));
  section.append(heading, chat);
  place.append(section);
  play(chat, state);
}
