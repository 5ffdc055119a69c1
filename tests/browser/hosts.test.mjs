// Pages that the widget is put into: with strict policies, rude styles, other origins; and servers
// that stop. And what it all weighs.

import test from 'node:test';
import assert from 'node:assert/strict';
import {gzipSync} from 'node:zlib';
import {axe, backtalk, clinic, focused, open, say, violations} from './browser.mjs';

const lorem = '<p>Some words of the clinic, which has a long page about its visits.</p>'.repeat(30);
const html = (head, body, attributes = 'lang="en"') => `<!doctype html><html ${attributes}><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width"><title>Clinic</title>${head}</head>` +
  `<body><main><h1>Clinic</h1>${body}${lorem}</main></body></html>`;

let server;
const tag = (more = '') => `<script defer src="${server.url}/widget.js" ${more}></script>`;
const strict = () => `default-src 'none'; script-src ${server.url}; connect-src ${server.url}; style-src 'none'; ` +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const pages = (path) => ({
  '/strict': () => ({html: html(tag(), ''), headers: {'Content-Security-Policy': strict()}}),
  '/rude': () => ({html: html(`${tag()}<style>
    body, body * { all: revert; color: red !important; font: 30px monospace !important; letter-spacing: 1em !important; margin: 20px !important;
      position: static !important; display: none; text-transform: uppercase; line-height: 5 !important; visibility: visible }
    html { font-size: 62.5% } html, body, main, h1, p { display: block !important }
    button { background: lime !important; transform: rotate(9deg) } .wall { display: block !important; position: fixed !important;
      inset: 0 0 auto; height: 90px; z-index: 2147483647; background: #ff0 }</style>`, '<div class="wall">A bar over all</div>')}),
  '/rtl': () => ({html: html(tag(), '', 'lang="ar" dir="rtl"')}),
  '/two': () => ({html: html(tag(), `<h2>One</h2><backtalk-chat mode="inline"></backtalk-chat>
    <h2>Two</h2><backtalk-chat mode="inline" heading="Another chat"></backtalk-chat>`)}),
  '/plain': () => ({html: html(tag(), '')}),
  '/next': () => ({html: html(tag(), '<h2>Another page</h2>')}),
  '/frame': () => ({html: html('', `<iframe title="Chat" src="${server.url}/embed" width="600" height="700"></iframe>`)}),
}[path]?.());

const host = await clinic(pages);
const stranger = await clinic(pages);
server = await backtalk({origins: [host.url]});
test.after(() => Promise.all([server.stop(), host.stop(), stranger.stop()]));

const openChat = async (page) => {
  await page.locator('.launcher').click();
  await page.locator('.log .turn.bot').first().waitFor();
};

test('a strict policy: no violation, no request elsewhere, full looks', async () => {
  const {page, requests, faults, close} = await open();
  await page.goto(`${host.url}/strict`);
  await openChat(page);
  await say(page, 'Show me the glute bridge exercise');
  await page.locator('.exercise svg').waitFor();
  await page.getByRole('button', {name: 'Menu'}).click();
  await page.getByRole('button', {name: 'Print'}).click();
  await page.waitForTimeout(300);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(faults, []);
  assert.ok(requests.every((url) => url.startsWith(host.url) || url.startsWith(server.url)), requests.join(' '));
  assert.equal(await page.locator('.head').evaluate((node) => getComputedStyle(node).backgroundColor), 'rgb(11, 85, 99)');
  await close();
});

test('rude styles and a bar over everything: the chat looks and works as ever', async () => {
  const {page, close} = await open();
  await page.goto(`${host.url}/rude`);
  await openChat(page);
  await say(page, 'I feel numb between my legs');
  const styles = await page.locator('.turn.bot p').first().evaluate((node) => {
    const {fontSize, letterSpacing, textTransform, lineHeight} = getComputedStyle(node);
    return {fontSize, letterSpacing, textTransform, lineHeight};
  });
  assert.deepEqual(styles, {fontSize: '14px', letterSpacing: 'normal', textTransform: 'none', lineHeight: '21px'});
  const box = await page.locator('.panel').boundingBox();
  assert.ok(box.width > 380 && box.height > 500);
  // The panel, which somebody asked for, is above; the launcher alone would not be.
  const close_ = page.getByRole('button', {name: 'Close chat'});
  await close_.click({timeout: 2000});
  assert.equal(await page.locator('.panel').isVisible(), false);
  await close();
});

test('right to left: launcher and panel on the other side, own words in their own direction', async () => {
  const {page, close} = await open();
  await page.goto(`${host.url}/rtl`);
  assert.ok((await page.locator('.launcher').boundingBox()).x < 100);
  await openChat(page);
  await say(page, 'what is sciatica');
  assert.ok((await page.locator('.panel').boundingBox()).x < 100);
  assert.equal(await page.locator('.root').getAttribute('lang'), 'en');
  assert.deepEqual((await axe(page)).lines, []);
  await close();
});

test('two chats on one page know nothing of each other', async () => {
  const {page, close} = await open();
  await page.goto(`${host.url}/two`);
  const [one, two] = [page.locator('backtalk-chat').nth(0), page.locator('backtalk-chat').nth(1)];
  await two.locator('.turn.bot').waitFor();
  await one.locator('.compose textarea').fill('what is sciatica');
  await one.locator('.compose [type=submit]').click();
  await one.locator('.turn.bot').nth(1).waitFor();
  assert.equal(await two.locator('.turn').count(), 1);
  await page.reload();
  await one.locator('.turn.you').waitFor();
  assert.equal(await two.locator('.turn.you').count(), 0);
  assert.equal(await page.locator('.launcher').count(), 0);
  assert.deepEqual((await axe(page)).lines, []);
  await close();
});

test('a browser without constructable style sheets', async () => {
  const {page, close} = await open({script: () => { delete CSSStyleSheet.prototype.replaceSync; }});
  await page.goto(`${host.url}/plain`);
  assert.equal(await page.locator('.launcher').evaluate((node) => getComputedStyle(node).backgroundColor), 'rgb(11, 85, 99)');
  await openChat(page);
  await say(page, 'what is sciatica');
  await close();
});

test('another origin: allowed by the server\'s list, else told with the emergency card', async () => {
  const {page, close} = await open();
  await page.goto(`${host.url}/plain`);
  await openChat(page);
  await say(page, 'what is sciatica');
  await page.goto(`${host.url}/next`);  // the panel was open, and stays so, with its history
  await page.locator('.turn.you').waitFor();
  assert.equal(await page.locator('.panel').isVisible(), true);
  assert.match(await focused(page), /^body/);  // but it does not take the focus of a new page
  await page.goto(`${stranger.url}/plain`);
  await openChat(page);
  await page.locator('.compose textarea').fill('my back hurts');
  await page.keyboard.press('Enter');
  await page.locator('.alert .card-emergency').waitFor({timeout: 15_000});
  await close();
});

test('in a frame: for sites of the list only', async () => {
  const {page, close} = await open();
  await page.goto(`${host.url}/frame`);
  const frame = page.frameLocator('iframe');
  await frame.locator('.compose textarea').fill('what is sciatica');
  await frame.locator('.compose [type=submit]').click();
  await frame.locator('.turn.bot').nth(1).waitFor();
  await page.goto(`${stranger.url}/frame`);
  await page.waitForTimeout(500);
  assert.equal(await frame.locator('.compose').count(), 0);
  await close();
});

test('the server stops in mid-chat: the card shows, nothing is lost, all comes back', {timeout: 60_000}, async () => {
  let mortal = await backtalk({origins: [host.url]});
  const {page, close} = await open();
  await page.goto(`${host.url}/plain`);
  await page.evaluate((url) => {
    document.querySelector('backtalk-chat').remove();
    const chat = document.createElement('backtalk-chat');
    for (const [name, value] of [['mode', 'inline'], ['server', url], ['id', 'mortal']]) chat.setAttribute(name, value);
    document.querySelector('h1').after(chat);
  }, mortal.url);
  await say(page, 'I feel numb between my legs');
  await mortal.stop();
  await page.locator('.compose textarea').fill('what should I do on the way?');
  await page.keyboard.press('Enter');
  await page.locator('.alert .card-emergency').waitFor({timeout: 15_000});
  assert.match(await page.locator('.alert').textContent(), /999/);
  assert.equal(await page.locator('.pinned-emergency').isVisible(), true);
  await page.locator('.compose textarea').fill('a second thought');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(5000);
  assert.equal(await page.locator('.compose textarea').inputValue(), 'a second thought');
  assert.match(await page.locator('.turn.you').nth(1).textContent(), /what should I do on the way\?/);
  mortal = await backtalk({origins: [host.url], port: mortal.port});
  await page.getByRole('button', {name: 'Try again'}).click();
  await page.getByText('I have read your messages again').waitFor();
  await page.locator('.log .turn.bot').nth(3).waitFor();
  assert.match(await page.locator('.log .turn.bot').nth(3).textContent(), /emergency/i);  // it knows again what was told
  assert.equal(await page.locator('.pinned-emergency').isVisible(), true);
  await page.locator('.compose textarea').press('Enter');
  await page.locator('.turn.you', {hasText: 'a second thought'}).waitFor();
  await close();
  await mortal.stop();
});

test('weight: at most 30 kB, compressed', async (t) => {
  const script = await (await fetch(`${server.url}/widget.js`)).text();
  const bytes = gzipSync(script, {level: 9}).length;
  t.diagnostic(`widget.js: ${script.length} bytes, ${bytes} compressed`);
  assert.ok(bytes <= 30_000);
});
