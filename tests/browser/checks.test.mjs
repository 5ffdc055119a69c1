// What axe cannot see: focus, live region, reflow, contrast settings, requests.

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

test('order of Tab: page, launcher, panel; and back', async () => {
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

test('focus moves on a person\'s own act only', async () => {
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

test('each turn adds its own nodes to the log, and none is written again', async () => {
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

test('reflow at 320 px and 400 %, with wide text spacing', async () => {
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

test('dark, forced colours, no motion, print', async () => {
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

test('what a screen reader is told: the approved trees', async () => {
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

test('one request until it is opened, no other host, no violation', async (t) => {
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

test('the launcher covers nothing that has the focus', async () => {
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
