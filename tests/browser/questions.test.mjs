// The keyboard alone, and a browser without JavaScript: a complete chat with each.

import test from 'node:test';
import assert from 'node:assert/strict';
import {axe, backtalk, focused, open} from './browser.mjs';

const options = (...pairs) => pairs.map(([id, label, exclusive = false]) => ({id, label, exclusive}));
const questions = [
  {kind: 'choice', text: 'Which one?', options: options(['a', 'Disc'], ['b', 'Joint'])},
  {kind: 'multi', text: 'Any of these?', options: options(['x', 'Fever'], ['y', 'Numb'], ['none', 'None of these', true])},
  {kind: 'yes_no_unsure', text: 'Is it new?', options: options(['yes', 'Yes'], ['no', 'No'], ['unsure', 'Not sure'])},
  {kind: 'scale', text: 'How bad?', options: [], min: 0, max: 10, min_label: 'no pain', max_label: 'worst pain'},
  {kind: 'body_map', text: 'Where?', options: options(['neck', 'Neck'], ['low_left', 'Low back, left'])},
  {kind: 'text', text: 'What else?', options: []},
  null];

// Answers with one question after the other.
async function answerWith(context) {
  const got = [];
  await context.route('**/v1/chat', async (route) => {
    const sent = route.request().postDataJSON();
    got.push(sent.answer?.values ?? sent.message);
    const step = got.length - 1;
    const question = questions[step] && {why: 'To be sure.', min: null, max: null, min_label: null, max_label: null,
      progress: {step: step + 1, of: 6}, id: `q${step}`, ...questions[step]};
    await route.fulfill({json: {conversation_id: 'c', turn: step + 1, state: 'open', text: 'OK.',
      blocks: [{type: 'text', text: `Answer ${step}.`}], question: question ?? null, quick_replies: [],
      triage: {level: 'none', action: 'none', red_flags: []},
      understood: {findings: [], topics: [], acts: [], corrected: []}, topics: [], sources: [], content_version: '0'}});
  });
  return got;
}

test('keyboard: a whole chat with every kind of question, without a mouse', {timeout: 40_000}, async () => {
  const server = await backtalk();
  const {page, context, close} = await open();
  const got = await answerWith(context);
  await page.goto(`${server.url}/demo`);
  const press = (key) => page.keyboard.press(key);
  // Tabs (back or on) until what has the focus matches.
  const reach = async (pattern, key = 'Shift+Tab') => {
    for (let i = 0; i < 40; ++i) {
      if (pattern.test(await focused(page))) return;
      await press(key);
    }
    assert.fail(`${pattern} cannot be reached; at ${await focused(page)}`);
  };
  const answered = (n) => page.getByText(`Answer ${n}.`).waitFor();

  await reach(/^button\[submit\] x|Chat about back pain$/, 'Tab');
  await reach(/^button\[button\] Chat about back pain/, 'Tab');
  await press('Enter');
  await page.locator('.panel').waitFor();
  assert.match(await focused(page), /^textarea/);
  await page.keyboard.type('My back hurts');
  await press('Enter');
  await answered(0);
  await reach(/Joint/);
  await press('Enter');
  await answered(1);
  await reach(/Continue/);
  await press('Enter');  // nothing chosen: told so, and led back
  assert.match(await focused(page), /^input\[checkbox\]/);
  assert.equal(await page.locator('.question .error').textContent(), 'Please choose an answer, or type one below.');
  await press('Space');
  await press('Tab');
  await press('Space');
  await press('Tab');
  await press('Space');  // "None of these" stands alone
  assert.deepEqual(await page.locator('.question input').evaluateAll((all) => all.map((i) => i.checked)), [false, false, true]);
  await press('Shift+Tab');
  await press('Space');
  await reach(/Continue/, 'Tab');
  await press('Enter');
  await answered(2);
  await reach(/^input\[radio\]/);
  await press('ArrowDown');
  await reach(/Continue/, 'Tab');
  await press('Enter');
  await answered(3);
  await reach(/^input\[radio\]/);
  for (let i = 0; i < 4; ++i) await press('ArrowUp');  // from 10, where one comes to from below, to 6
  await reach(/Continue/, 'Tab');
  await press('Enter');
  await answered(4);
  await reach(/^input\[checkbox\]/);
  await press('Space');
  assert.equal(await page.locator('.place.on').count() > 0, true);
  await reach(/Continue/, 'Tab');
  await press('Enter');
  await answered(5);
  await reach(/^textarea/, 'Tab');
  await page.keyboard.type('To dance again');
  await press('Enter');
  await answered(6);
  assert.deepEqual(got.slice(0, 3), ['My back hurts', ['b'], ['y']]);
  assert.equal(got[3].length, 1);
  assert.deepEqual(got[4], ['6']);
  assert.equal(got[6], 'To dance again');
  await press('Escape');
  assert.match(await focused(page), /^button\[button\] Chat about back pain/);
  assert.equal(await page.locator('.panel').isVisible(), false);
  await close();
  await server.stop();
});

test('body map: picture and list are one control', async () => {
  const server = await backtalk();
  const {page, close} = await open();
  await page.goto(`${server.url}/states?only=q_body_map`);
  await page.locator('[data-ready]').waitFor();
  const box = page.locator('input[value=buttock_right]');
  await page.locator('[data-region^=buttock_right]').click();
  assert.equal(await box.isChecked(), true);
  await box.uncheck();
  assert.equal(await page.locator('.place.on').count(), 1);  // only the one ticked by the state
  const named = await page.locator('.map label').count();
  assert.equal(named, await page.locator('.map input[type=checkbox]').count());
  assert.equal(await page.locator('.map svg').getAttribute('aria-hidden'), 'true');
  await close();
  await server.stop();
});

test('pain scale: eleven radios, no slider, with words at the ends', async () => {
  const server = await backtalk();
  const {page, close} = await open();
  await page.goto(`${server.url}/states?only=q_scale`);
  await page.locator('[data-ready]').waitFor();
  assert.equal(await page.getByRole('radio').count(), 11);
  assert.equal(await page.getByRole('slider').count(), 0);
  assert.equal(await page.getByRole('radio', {name: '0 no pain'}).count(), 1);
  assert.equal(await page.getByRole('radio', {name: '10 worst pain you can imagine'}).count(), 1);
  const sizes = await page.locator('.step').evaluateAll((all) => all.map((step) => step.getBoundingClientRect().width));
  assert.ok(Math.min(...sizes) >= 24);
  await close();
  await server.stop();
});

test('no JavaScript: a whole chat by the form', {timeout: 30_000}, async () => {
  const server = await backtalk();
  const {page, close, requests} = await open({javaScriptEnabled: false});
  await page.goto(server.url);
  await page.getByLabel('Your message').fill('My low back hurts <b>badly</b>');
  await page.getByRole('button', {name: 'Send'}).click();
  await page.getByText('My low back hurts <b>badly</b>').waitFor();
  assert.equal(await page.locator('.you b').count(), 0);
  assert.equal(await page.getByRole('checkbox').count(), 11);
  await page.getByLabel('None of these').check();
  await page.getByRole('button', {name: 'Continue'}).click();
  await page.locator('.turn.bot').waitFor();
  assert.equal(await page.getByRole('checkbox').count(), 0);
  assert.equal(await page.locator('.turn.you').textContent(), 'YouNone of these');
  await page.getByLabel('Your message').fill('Show me the glute bridge exercise');
  await page.getByRole('button', {name: 'Send'}).click();
  const picture = page.locator('img[src*="ex-glute-bridge"]');
  await picture.waitFor();
  assert.ok(await picture.evaluate((image) => image.naturalWidth).catch(() => 1) > 0);
  assert.ok((await picture.getAttribute('alt')).length > 20);
  await page.getByLabel('Your message').fill('Now I feel numb between my legs');
  await page.getByRole('button', {name: 'Send'}).click();
  await page.locator('.card-emergency').waitFor();
  assert.match(await page.locator('.card-emergency h3').textContent(), /^Immediate action required: /);
  await page.getByLabel('Your message').fill('what is sciatica');
  await page.getByRole('button', {name: 'Send'}).click();
  await page.locator('.card-emergency').waitFor();  // the level stays over all of it
  await page.getByRole('button', {name: 'Delete my chat'}).click();
  await page.locator('.turn.bot').waitFor();
  assert.equal(new URL(page.url()).search, '');
  assert.ok(requests.every((url) => url.startsWith(server.url)));
  await close();
  await server.stop();
});
