// How the widget behaves: history, changes, failures, tools, the interface for scripts.

import test from 'node:test';
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {backtalk, focused, open, say} from './browser.mjs';

const server = await backtalk();
test.after(() => server.stop());

const demo = async (options) => {
  const all = await open(options);
  await all.page.goto(`${server.url}/demo`);
  await all.page.locator('.launcher').waitFor();
  return all;
};
const openChat = async (page) => {
  await page.locator('.launcher').click();
  await page.locator('.log .turn.bot').first().waitFor();
};

test('history: over a reload and another page, with the words not sent yet; silent for screen readers', async () => {
  const {page, context, close} = await demo();
  await openChat(page);
  await say(page, 'My low back hurts');
  await page.locator('.compose textarea').fill('and my leg');
  await page.reload();
  await page.locator('.turn.you').waitFor();
  await page.locator('.log[aria-live=polite]').waitFor();
  assert.equal(await page.locator('.compose textarea').inputValue(), 'and my leg');
  await page.getByLabel('None of these').check();  // the open question is open again
  await page.getByRole('button', {name: 'Continue'}).click();
  await page.locator('.log .turn.bot').nth(2).waitFor();
  const other = await context.newPage();  // another tab knows nothing of it
  await other.goto(`${server.url}/demo`);
  await other.locator('.launcher').click();
  await other.locator('.turn.bot').waitFor();
  assert.equal(await other.locator('.turn.you').count(), 0);
  await close();
});

test('history: shared by tabs when asked for, and gone in all when deleted', async () => {
  const {page, context, close} = await open();
  const local = '<!doctype html><html lang="en"><title>x</title><body><script src="/widget.js" data-auto="no"></script>' +
    '<backtalk-chat mode="inline" storage="local"></backtalk-chat>';
  await context.route('**/local', (route) => route.fulfill({contentType: 'text/html', body: local}));
  await page.goto(`${server.url}/local`);
  const other = await context.newPage();
  await other.goto(`${server.url}/local`);
  await other.locator('.turn.bot').waitFor();
  await say(page, 'what is sciatica');
  await other.locator('.turn.you').waitFor();
  await say(other, 'and the exercises for it?');
  await page.locator('.turn.you').nth(1).waitFor();
  await page.locator('.bar', {hasText: 'Menu'}).click();
  await page.getByRole('button', {name: 'Delete my chat'}).click();
  await page.getByRole('button', {name: 'Yes, delete it'}).click();
  await page.getByText('Your chat is deleted.').waitFor();
  assert.equal(await page.evaluate(() => Object.values(localStorage).join('').includes('sciatica')), false);
  await other.waitForFunction(() => !document.querySelector('backtalk-chat').shadowRoot.querySelector('.turn.you'));
  await close();
});

test('a shared computer keeps nothing; hiding quickly leaves nothing', async () => {
  const {page, close} = await demo();
  await openChat(page);
  await say(page, 'what is sciatica');
  assert.ok((await page.evaluate(() => Object.values(sessionStorage).join(''))).includes('sciatica'));
  await page.locator('.bar', {hasText: 'Menu'}).click();
  await page.getByRole('button', {name: 'This is a shared computer'}).click();
  await say(page, 'and heat?');
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  const deleted = page.waitForRequest((request) => request.method() === 'DELETE');
  await page.getByRole('button', {name: 'Hide quickly'}).click();
  await deleted;
  assert.equal(await page.locator('.panel').isVisible(), false);
  await openChat(page);
  assert.equal(await page.locator('.turn.you').count(), 0);
  await close();
});

test('changing an answer works it all out again; a warning goes only when that was confirmed', async () => {
  const {page, close} = await open();
  await page.goto(server.url);
  await say(page, 'My low back hurts');
  await page.getByLabel('Numb or odd feeling').check();
  await page.getByRole('button', {name: 'Continue'}).click();
  await page.locator('.log .card-emergency').waitFor();
  const change = async () => {
    await page.locator('.change').nth(1).click();
    assert.equal(await page.getByLabel('Numb or odd feeling').isChecked(), true);
    await page.getByLabel('None of these').check();
    await page.getByRole('button', {name: 'Continue'}).click();
    await page.getByText('Was it a mistake?').last().waitFor();
    await page.getByRole('button', {name: 'Yes, it was a mistake'}).waitFor();
  };
  await change();
  await page.getByRole('button', {name: 'No, it is as I said before'}).click();
  assert.equal(await page.locator('.pinned-emergency').isVisible(), true);
  await change();
  await page.getByRole('button', {name: 'Yes, it was a mistake'}).click();
  await page.locator('.log .card-emergency').waitFor({state: 'detached'});
  assert.equal(await page.locator('.pinned').isVisible(), false);
  await page.locator('.turn.you', {hasText: 'None of these'}).waitFor();
  await page.locator('.bar', {hasText: 'Menu'}).click();
  await page.getByRole('button', {name: 'Go back one step'}).click();
  await page.locator('.question').waitFor();  // the list is asked again
  await close();
});

test('what was understood is shown, and can be put right', async () => {
  const {page, close} = await open();
  await page.goto(server.url);
  await say(page, 'my low back hurts but no fever');
  await page.locator('.understood summary').click();
  assert.match(await page.locator('.chips').textContent(), /low back hurts.*back/);
  await page.getByRole('button', {name: 'Change my words'}).click();
  await page.getByLabel('Change your message').fill('my neck hurts');
  await page.getByRole('button', {name: 'Save the change'}).click();
  await page.locator('.turn.you', {hasText: 'my neck hurts'}).waitFor();
  assert.equal(await page.locator('.turn.you').count(), 1);
  await close();
});

test('429 and 503: told kindly, tried again with the same id, nothing lost', {timeout: 30_000}, async () => {
  const {page, context, close} = await open();
  const ids = [];
  let answers = [];
  await context.route('**/v1/chat', (route) => {
    ids.push(route.request().postDataJSON().message_id);
    const status = answers.shift();
    return status ? route.fulfill({status, headers: {'Retry-After': '1'}, json: {code: 'overloaded', detail: 'no'}})
      : route.continue();
  });
  await page.goto(server.url);
  await page.locator('.log .turn.bot').waitFor();
  answers = [429, 503];
  await say(page, 'what is sciatica');  // tried again by itself
  assert.equal(ids.length, 3);
  assert.equal(new Set(ids).size, 1);
  answers = [503, 503, 503];
  await page.locator('.compose textarea').fill('does heat help');
  await page.keyboard.press('Enter');
  await page.getByText('Many people are writing right now').waitFor();
  assert.equal(await page.locator('.alert .card-emergency').isVisible(), true);
  assert.match(await page.locator('.turn.you').nth(1).textContent(), /Not sent/);
  await page.getByRole('button', {name: 'Try again'}).click();
  await page.locator('.log .turn.bot').nth(2).waitFor();
  assert.equal(new Set(ids).size, 2);
  assert.equal(await page.locator('.alert').isVisible(), false);
  await close();
});

test('a server that hangs: what to do in an emergency stands there within 8 seconds', {timeout: 30_000}, async () => {
  const {page, context, close} = await open();
  let hang = true;
  await context.route('**/v1/chat', (route) => hang ? new Promise(() => {}) : route.continue());
  await page.goto(server.url);
  await page.locator('.log .turn.bot').waitFor();
  await page.locator('.compose textarea').fill('what is sciatica');
  await page.keyboard.press('Enter');
  await page.locator('.alert .card-emergency').waitFor({timeout: 8000});
  hang = false;
  await page.locator('.log .turn.bot').nth(1).waitFor({timeout: 12_000});
  assert.equal(await page.locator('.alert').isVisible(), false);
  await close();
});

test('an answer to a question that is not open any more goes as words; a refused message comes back', async () => {
  const {page, context, close} = await open();
  const sent = [];
  await context.route('**/v1/chat', (route) => {
    const body = route.request().postDataJSON();
    sent.push(body.answer ? 'answer' : body.message);
    if (body.answer || body.message === 'refused') {
      return route.fulfill({status: 400, json: {code: 'invalid_request', detail: 'That does not fit.'}});
    }
    return route.continue();
  });
  await page.goto(server.url);
  await say(page, 'My low back hurts');
  await page.getByLabel('None of these').check();
  await page.getByRole('button', {name: 'Continue'}).click();
  await page.locator('.log .turn.bot').nth(2).waitFor();
  assert.deepEqual(sent, ['My low back hurts', 'answer', 'None of these']);
  await page.locator('.compose textarea').fill('refused');
  await page.keyboard.press('Enter');
  await page.getByText('That does not fit.').waitFor();
  assert.equal(await page.locator('.compose textarea').inputValue(), 'refused');
  assert.equal(await page.locator('.log .turn.you').count(), 2);
  await say(page, 'what is sciatica');  // nothing stands in the way
  await close();
});

test('unread: counted in words on the launcher, and read by opening', async () => {
  const {page, context, close} = await demo();
  await context.route('**/v1/chat', async (route) => {
    await new Promise((done) => { setTimeout(done, 600); });
    await route.continue();
  });
  await openChat(page);
  await page.locator('.compose textarea').fill('what is sciatica');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', {name: 'Chat about back pain 1 new message'}).waitFor();
  await page.locator('.launcher').click();
  assert.equal(await page.locator('.unread').isVisible(), false);
  await close();
});

test('who reads further up is left there, with a button to the newest', async () => {
  const {page, close} = await open();
  await page.goto(server.url);
  for (const words of ['what is sciatica', 'does heat help', 'my low back hurts']) await say(page, words);
  await page.waitForTimeout(500);
  await page.locator('.log').hover();
  await page.mouse.wheel(0, -9000);
  await page.waitForFunction(() => document.querySelector('backtalk-chat').chat.view.log.scrollTop === 0);
  await page.evaluate(() => document.querySelector('backtalk-chat').chat.note('late'));
  await page.waitForTimeout(300);
  assert.ok(await page.locator('.log').evaluate((log) => log.scrollTop) < 50);
  await page.getByRole('button', {name: 'New messages'}).click();
  await page.waitForTimeout(500);
  assert.ok(await page.locator('.log').evaluate((log) => log.scrollTop) > 100);
  await close();
});

test('phone: full screen, the page behind is out of reach, and the box is above the keyboard', async () => {
  const fake = () => {
    const seen = new EventTarget();
    Object.assign(seen, {height: 800, offsetTop: 0, scale: 1});
    Object.defineProperty(window, 'visualViewport', {value: seen});
  };
  const {page, close} = await demo({viewport: {width: 390, height: 800}, hasTouch: true, isMobile: true, script: fake});
  await page.locator('.launcher').tap();
  await page.locator('.log .turn.bot').first().waitFor();
  const box = () => page.locator('.panel').boundingBox();
  assert.deepEqual(await box(), {x: 0, y: 0, width: 390, height: 800});
  assert.match(await focused(page), /^h2/);  // not the box: its keyboard would hide the greeting
  assert.equal(await page.evaluate(() => {
    document.querySelector('main a').focus();
    return document.activeElement.localName;
  }), 'backtalk-chat');
  await page.evaluate(() => {
    Object.assign(window.visualViewport, {height: 380, offsetTop: 20});
    window.visualViewport.dispatchEvent(new Event('resize'));
  });
  const send = await page.locator('.compose button').boundingBox();
  assert.ok(send.y + send.height <= 400);
  assert.equal((await box()).height, 380);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.panel').isVisible(), false);
  await close();
});

test('saved as text: what was said, at most 78 columns, with the warning in words', async () => {
  const {page, close} = await open();
  await page.goto(server.url);
  await say(page, 'I feel numb between my legs');
  await page.locator('.bar', {hasText: 'Menu'}).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Save as text'}).click()]);
  const text = readFileSync(await download.path(), 'utf8');
  assert.match(text, /You: I feel numb between my legs/);
  assert.match(text, /IMMEDIATE ACTION REQUIRED/);
  assert.match(text, /Not a diagnosis/);
  assert.ok(text.split('\n').every((line) => line.length <= 78));
  await close();
});

test('the whole interface from a script: queue before the load, events, methods', async () => {
  const queue = () => {
    window.seen = [];
    for (const name of ['ready', 'open', 'close', 'message-sent', 'message-received', 'question', 'triage', 'unread', 'error']) {
      document.addEventListener(`backtalk:${name}`, (event) => window.seen.push([name, event.detail]));
    }
    (window.backtalk = window.backtalk || []).push(['texts', {heading: 'Rückenschmerz'}], ['open'], ['prefill', 'what is']);
  };
  const {page, close} = await demo({script: queue});
  await page.locator('.panel').waitFor();
  assert.equal(await page.locator('.head h2').textContent(), 'Rückenschmerz');
  await page.evaluate(() => document.querySelector('backtalk-chat').send('My low back hurts'));
  await page.locator('.question').waitFor();
  await page.evaluate(() => window.backtalk.push(['close']));
  const seen = await page.evaluate(() => window.seen);
  assert.deepEqual(seen.map(([name]) => name),
    ['ready', 'open', 'message-sent', 'message-received', 'triage', 'question', 'close']);
  assert.equal(JSON.stringify(seen).includes('hurts'), false);  // no words of the patient's in events
  await page.evaluate(() => { location.hash = '#x'; });
  await page.locator('a.button').click();
  assert.equal(await page.locator('.panel').isVisible(), true);
  await close();
});
