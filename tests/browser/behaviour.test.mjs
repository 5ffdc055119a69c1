// How the widget behaves: focus, live region, history, failures, tools. The numbers in the names are
// those of the list of checks that axe cannot make.

import test from 'node:test';
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync, existsSync} from 'node:fs';
import {backtalk, focused, open, say, sticksOut, spaceText, violations} from './browser.mjs';

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

test('1 order of Tab: page, launcher, panel; and back', async () => {
  const {page, close} = await demo();
  const order = async (key, n) => {
    const seen = [];
    for (let i = 0; i < n; ++i) {
      await page.keyboard.press(key);
      seen.push(await focused(page));
    }
    return seen;
  };
  const links = ['a Home', 'a Visits', 'a Back and neck', 'a Find us', 'a Chat about back pain',
    'a open the chat on a page of its own', 'a Find us'];
  const launcher = 'button[button] Chat about back pain';
  assert.deepEqual(await order('Tab', 8), [...links, launcher]);
  assert.deepEqual(await order('Shift+Tab', 2), [links[6], links[5]]);
  await openChat(page);
  await page.locator('.launcher').focus();
  const inside = await order('Tab', 9);
  assert.deepEqual(inside.slice(0, 5),
    ['button[button] Menu', 'button[button] ×Close chat', 'a Call 999', 'button[button] Hide quickly', 'div Conversation']);
  assert.deepEqual(inside.slice(5, 8).map((name) => name.slice(0, 14)), Array(3).fill('button[button]'));
  assert.match(inside[8], /^textarea/);
  await close();
});

test('2 focus moves on a person\'s own act only', async () => {
  const {page, close} = await demo();
  await openChat(page);
  assert.match(await focused(page), /^textarea/);
  await say(page, 'My low back hurts');
  assert.match(await focused(page), /^textarea/);
  // Somebody reads on while the answer comes.
  await page.route('**/v1/chat', async (route) => {
    await new Promise((done) => { setTimeout(done, 400); });
    await route.continue();
  });
  await page.getByLabel('None of these').check();
  await page.getByRole('button', {name: 'Continue'}).click();
  await page.locator('.sources summary').first().focus();
  const before = await focused(page);
  await page.locator('.log .turn.bot').nth(2).waitFor();
  await page.waitForTimeout(300);
  assert.equal(await focused(page), before);
  await page.keyboard.press('Escape');
  assert.match(await focused(page), /^button\[button\] Chat about back pain/);
  await close();
});

test('3 each turn adds its own nodes to the log, and none is written again', async () => {
  const {page, close} = await demo();
  await openChat(page);
  await page.evaluate(() => {
    window.changes = [];
    const log = document.querySelector('backtalk-chat').shadowRoot.querySelector('.log ol');
    window.firstTurn = log.firstElementChild;
    new MutationObserver((all) => window.changes.push(...all.filter((m) => m.target === log)
      .map((m) => `+${m.addedNodes.length} -${m.removedNodes.length}`))).observe(log, {childList: true});
  });
  await say(page, 'what is sciatica');
  await say(page, 'does heat help');
  assert.deepEqual(await page.evaluate(() => window.changes), ['+1 -0', '+1 -0', '+1 -0', '+1 -0']);
  assert.equal(await page.evaluate(() => window.firstTurn.isConnected), true);
  const log = page.locator('.log');
  assert.equal(await log.getAttribute('role'), 'log');
  assert.equal(await log.getAttribute('aria-live'), 'polite');
  await close();
});

test('4 5 reflow at 320 px and 400 %, with wide text spacing', async () => {
  for (const viewport of [{width: 320, height: 640}, {width: 320, height: 256}]) {
    for (const where of ['/', '/demo']) {
      const {page, close} = await open({viewport});
      await page.goto(server.url + where);
      if (where === '/demo') await openChat(page);
      await say(page, 'I feel numb between my legs');
      await page.waitForTimeout(300);
      assert.deepEqual(await sticksOut(page), []);
      await spaceText(page);
      assert.deepEqual(await sticksOut(page), []);
      await page.locator('.compose textarea').scrollIntoViewIfNeeded();
      assert.equal(await page.locator('.compose textarea').isVisible(), true);
      await close();
    }
  }
});

test('6 dark, forced colours, no motion, print', async () => {
  const {page, close} = await open();
  await page.goto(server.url);
  await say(page, 'I feel numb between my legs');
  const style = (selector, name) => page.locator(selector).first().evaluate((node, key) => getComputedStyle(node)[key], name);
  const light = await style('.panel', 'backgroundColor');
  await page.emulateMedia({colorScheme: 'dark'});
  await page.locator('.root[data-theme=dark]').waitFor();
  assert.notEqual(await style('.panel', 'backgroundColor'), light);
  await page.emulateMedia({colorScheme: 'light', reducedMotion: 'reduce'});
  await page.locator('.root[data-theme=light]').waitFor();
  assert.equal(await style('.log .turn', 'animationName'), 'none');
  await page.emulateMedia({reducedMotion: 'no-preference', forcedColors: 'active'});
  assert.equal(await style('.log .card-emergency', 'borderTopWidth'), '8px');
  await page.emulateMedia({forcedColors: 'none', media: 'print'});
  assert.equal(await style('.compose', 'display'), 'none');
  assert.equal(await style('.log .card-emergency', 'borderTopWidth'), '8px');
  assert.equal(await style('.log .card h3', 'color'), 'rgb(0, 0, 0)');
  await close();
});

test('7 what a screen reader is told: the approved trees', async () => {
  for (const name of ['card_emergency', 'card_soon', 'q_multi', 'exercise']) {
    const {page, close} = await open();
    await page.goto(`${server.url}/states?only=${name}`);
    await page.locator('[data-ready]').waitFor();
    const tree = `${await page.locator('backtalk-chat').ariaSnapshot()}\n`;
    const file = new URL(`approved/${name}.yml`, import.meta.url);
    if (process.env.APPROVE || !existsSync(file)) writeFileSync(file, tree);
    assert.equal(tree, readFileSync(file, 'utf8'), `${name}; APPROVE=1 takes it over`);
    await close();
  }
});

test('8 one request until it is opened, no other host, no violation', async (t) => {
  const {page, requests, faults, close} = await demo();
  const own = () => requests.filter((url) => !/demo(\.css)?$|icon/.test(url)).map((url) => url.replace(server.url, ''));
  assert.deepEqual(own(), ['/widget.js']);
  await openChat(page);
  assert.deepEqual(own(), ['/widget.js', '/v1/meta']);
  await say(page, 'what is sciatica');
  assert.deepEqual(own(), ['/widget.js', '/v1/meta', '/v1/chat']);
  assert.ok(requests.every((url) => url.startsWith(server.url)));
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(faults, []);
  t.diagnostic(`requests of an opened chat with one answer: ${own().length}`);
  await close();
});

test('9 the launcher covers nothing that has the focus', async () => {
  for (const viewport of [{width: 1000, height: 600}, {width: 360, height: 640}]) {
    const {page, close} = await demo({viewport});
    for (const link of await page.locator('a').all()) {
      await link.focus();
      const seen = await link.evaluate((node) => [...node.getClientRects()].some((box) =>
        [box.left + 2, box.right - 2].some((x) => document.elementFromPoint(x, (box.top + box.bottom) / 2) === node)));
      assert.equal(seen, true, await link.textContent());
    }
    await close();
  }
});

test('history: over a reload and another page, with the words not sent yet; silent for screen readers', async () => {
  const {page, context, close} = await demo();
  await openChat(page);
  await say(page, 'My low back hurts');
  await page.locator('.compose textarea').fill('and my leg');
  await page.reload();
  await page.locator('.turn.you').waitFor();
  assert.equal(await page.locator('.log').getAttribute('aria-live'), 'off');
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
