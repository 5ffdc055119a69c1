// What all browser tests share: one Chromium, servers of our own, pages with their faults collected.

import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

export const root = path.resolve(fileURLToPath(import.meta.url), '../../..');
const program = process.env.PROGRAM ?? path.join(root, 'build/release/backtalk');
const axeSource = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-gpu', '--disable-dev-shm-usage', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])],
});

// ---- servers ----

const children = new Set();
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));

// `backtalk serve` on a free port, or on `port`. {url, port, stop}.
export async function backtalk({port = 0, origins = [], settings = {}} = {}) {
  const environment = {...process.env, BACKTALK_COUNTRY: 'GB', BACKTALK_CLINIC_NAME: 'Riverside Clinic',
    BACKTALK_ALLOWED_ORIGINS: origins.join(','), ...settings};
  if (origins.length === 0) delete environment.BACKTALK_ALLOWED_ORIGINS;
  const child = spawn(program, ['--data', root, 'serve', '--web', path.join(root, 'web'), '--port', String(port)],
    {env: environment, stdio: ['ignore', 'ignore', 'pipe']});
  children.add(child);
  child.unref();  // a test that fails does not wait for its server
  child.stderr.unref();
  const listening = await new Promise((done, fail) => {
    let log = '';
    child.stderr.on('data', (bytes) => {
      log += bytes;
      const match = /127\.0\.0\.1 port (\d+)/.exec(log);
      if (match) done(Number(match[1]));
    });
    child.on('exit', (code) => fail(new Error(`backtalk ended with ${code}: ${log}`)));
  });
  const stop = () => new Promise((done) => {
    child.removeAllListeners('exit');
    child.on('exit', done);
    child.kill('SIGKILL');
  });
  return {url: `http://127.0.0.1:${listening}`, port: listening, stop};
}

// A clinic's own server: pages by path, as (path) => {html, headers}.
export async function clinic(pages) {
  const server = http.createServer((request, response) => {
    const page = pages(new URL(request.url, 'http://x').pathname);
    if (!page) return response.writeHead(404).end();
    response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', ...page.headers});
    return response.end(page.html);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  const {port} = server.address();
  return {url: `http://127.0.0.1:${port}`, stop: () => { server.closeAllConnections(); server.close(); }};
}

// ---- pages ----

// A page in a context of its own; `faults` collects errors and policy violations, `requests` all URLs.
export async function open(options = {}) {
  const {script, ...rest} = options;
  const context = await browser.newContext({viewport: {width: 1000, height: 800}, ...rest});
  context.setDefaultTimeout(8000);
  const faults = [];
  const requests = [];
  if (rest.javaScriptEnabled !== false) {
    await context.addInitScript(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
    });
    if (script) await context.addInitScript(script);
  }
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  return {context, page, faults, requests, close: () => context.close()};
}

export const violations = (page) => page.evaluate(() => window.violations);

// ---- the chat on a page ----

export const chat = (page) => page.locator('backtalk-chat').first();

export async function say(page, words) {
  const turns = page.locator('.log .turn.bot');
  const before = await turns.count();
  await page.locator('.compose textarea').first().fill(words);
  await page.locator('.compose button[type=submit]').first().click();
  await turns.nth(before).waitFor();
}

// What has the focus, through the shadow root.
export const focused = (page) => page.evaluate(() => {
  const outer = document.activeElement;
  const inner = outer?.shadowRoot?.activeElement ?? outer;
  const words = inner.getAttribute('aria-label') ?? inner.textContent.trim();
  return `${inner.localName}${inner.type ? `[${inner.type}]` : ''} ${words.slice(0, 40)}`.trim();
});

// ---- axe ----

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The faults that axe finds, as one line each. Through the debugger, so that no policy is in the way.
export async function axe(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', {expression: axeSource});
  const {result, exceptionDetails} = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, {runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations', 'passes']})
      .then((r) => JSON.stringify({passes: r.passes.length, lines: r.violations.flatMap((v) =>
        v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 160) + ' ' + (n.failureSummary ?? '').slice(0, 300)))}))`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  await session.detach();
  return JSON.parse(result.value);
}

// ---- reflow: what sticks out of the screen, or is cut off ----

export const sticksOut = (page) => page.evaluate(() => {
  const found = [];
  const wide = document.scrollingElement.scrollWidth - innerWidth;
  if (wide > 0) found.push(`the page is ${wide} px too wide`);
  for (const host of document.querySelectorAll('backtalk-chat')) {
    const panel = host.shadowRoot?.querySelector('.panel');
    if (!panel?.getClientRects().length) continue;
    const edge = panel.getBoundingClientRect();
    for (const node of panel.querySelectorAll('*')) {
      if (node.closest('.hidden, .scroll, thead, svg') || !node.getClientRects().length) continue;
      const box = node.getBoundingClientRect();
      if (box.right > edge.right + 1 || box.left < edge.left - 1) {
        found.push(`${node.localName}.${node.className}: ${node.textContent.slice(0, 30)}`);
      }
      const style = getComputedStyle(node);
      const cuts = style.overflowX === 'hidden' || style.overflowY === 'hidden';
      if (cuts && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)) {
        found.push(`cut off: ${node.localName}.${node.className}`);
      }
    }
  }
  return found.slice(0, 5);
});

// The text spacing of WCAG 1.4.12.
export const spaceText = (page) => page.evaluate(() => {
  const rules = '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}' +
    'p {margin-bottom: 2em !important}';
  for (const place of [document, ...[...document.querySelectorAll('backtalk-chat')].map((c) => c.shadowRoot)]) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet];
  }
});
