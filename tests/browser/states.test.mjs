// Every state of the widget: accessible (axe), within 320 pixels, and with wide text spacing.

import test from 'node:test';
import assert from 'node:assert/strict';
import {axe, backtalk, open, spaceText, sticksOut} from './browser.mjs';

export let axeStates = 0;

async function clean(page, what) {
  const {lines, passes} = await axe(page);
  assert.deepEqual(lines, [], what);
  assert.ok(passes > 10, `${what}: axe looked at something`);
  ++axeStates;
}

test('states: axe finds nothing, nothing sticks out', {timeout: 200_000}, async (t) => {
  const server = await backtalk();
  const first = await open();
  await first.page.goto(`${server.url}/states?only=none`);
  const names = await first.page.evaluate(() => Object.keys(states));
  await first.close();
  assert.ok(names.length > 30);

  const left = [...names];
  const problems = [];
  const work = async () => {
    const {page, faults, close} = await open();
    for (let name = left.shift(); name; name = left.shift()) {
      try {
        await page.setViewportSize({width: 1000, height: 900});
        await page.goto(`${server.url}/states?only=${name}`);
        await page.locator('[data-ready]').waitFor({timeout: 15_000, state: 'attached'});
        await clean(page, name);
        await page.setViewportSize({width: 320, height: 900});
        assert.deepEqual(await sticksOut(page), [], `${name} at 320 px`);
        await spaceText(page);
        assert.deepEqual(await sticksOut(page), [], `${name} with text spacing`);
        assert.deepEqual(faults.splice(0), [], name);
      } catch (error) {
        problems.push(`${name}: ${error.message.slice(0, 900)}`);
      }
    }
    await close();
  };
  await Promise.all([work(), work()]);
  await server.stop();
  assert.deepEqual(problems, []);
  t.diagnostic(`${axeStates} states, axe: 0 violations`);
});

test('states: the real pages too, in dark, forced colours, print and without JavaScript', {timeout: 60_000}, async (t) => {
  const server = await backtalk();
  for (const [what, where, options] of [
    ['the page', '/', {}],
    ['the page, dark', '/', {colorScheme: 'dark'}],
    ['the page, forced colours', '/', {forcedColors: 'active'}],
    ['the page, 400 % zoom', '/', {viewport: {width: 320, height: 256}}],
    ['the frame', '/embed', {}],
    ['a clinic', '/demo', {}],
    ['a clinic on a phone', '/demo', {viewport: {width: 390, height: 800}, hasTouch: true, isMobile: true}],
  ]) {
    const {page, close} = await open(options);
    await page.goto(server.url + where);
    if (where === '/demo') {
      await clean(page, `${what}, closed`);
      await page.locator('.launcher').click();
    }
    await page.locator('.compose textarea').fill('My low back hurts');
    await page.locator('.compose [type=submit]').click();
    await page.locator('.question').waitFor();
    await page.waitForTimeout(300);
    await clean(page, what);
    if (where === '/') {
      await page.emulateMedia({media: 'print'});
      await clean(page, `${what}, printed`);
    }
    await close();
  }
  // Chromium cannot run axe with JavaScript off: the server's own HTML, with its scripts blocked.
  const {page, context, close} = await open();
  await context.route('**/widget.js', (route) => route.abort());
  await page.goto(server.url);
  await clean(page, 'without the script');
  await page.locator('textarea').fill('I feel numb between my legs');
  await page.locator('button', {hasText: 'Send'}).click();
  await page.locator('.card-emergency').waitFor();
  await clean(page, 'without the script, emergency');
  await close();
  await server.stop();
  t.diagnostic(`${axeStates} states in all`);
});
