// ---- element: <backtalk-chat>, its attributes, methods and events, and the one-tag embedding ----
//
// Read when the element first stands in a page: server mode lang position theme label heading greeting prefill start
// storage persist-hours country consent exit-url nonce expose-text open. See README, "On a clinic's page".

const scriptTag = document.currentScript;
const scriptBase = scriptTag?.src ? new URL('.', scriptTag.src).href : new URL('.', location.href).href;
let elements = 0;

const baseUrl = (server) => server.endsWith('/') ? server : `${server}/`;

function readOptions(host) {
  const get = (name, otherwise = '') => host.getAttribute(name) ?? otherwise;
  const server = baseUrl(get('server', scriptBase));
  const order = elements++;
  return {
    server,
    mode: ['inline', 'page'].includes(get('mode')) ? get('mode') : 'launcher',
    theme: get('theme', 'auto'),
    label: get('label', t('launcher')),
    heading: get('heading', t('heading')),
    greeting: get('greeting'),
    prefill: get('prefill'),
    start: get('start'),
    storage: get('storage', 'session'),
    hours: Number(get('persist-hours', '20')) || 20,
    country: get('country'),
    consent: get('consent'),
    exitUrl: get('exit-url'),
    nonce: get('nonce') || null,
    exposeText: host.hasAttribute('expose-text'),
    maxChars: 4000,
    // Two chats on one page do not share what was said.
    key: `backtalk:${server}:${host.id || (order === 0 ? '' : order)}`,
  };
}

class BacktalkChat extends HTMLElement {
  connectedCallback() {
    if (this.chat) return;
    this.chat = new Chat(this, readOptions(this));
    const {mode} = this.chat.options;
    if (mode !== 'launcher') this.chat.begin();
    else if (this.hasAttribute('open') || this.chat.chat.open) this.chat.open(false);
    this.chat.emit('ready');
  }

  open() { this.chat.open(); }
  close() { this.chat.close(); }
  toggle() { this.chat.toggle(); }
  send(text) { return this.chat.submit(String(text)); }
  prefill(text) { this.chat.view.setInput(String(text)); }
  restart() { return this.chat.startAgain(); }
  forget() { return this.chat.forget(); }
  hideQuickly() { this.chat.hideQuickly(); }
  print() { this.chat.print(); }
  saveText() { this.chat.saveText(); }
  transcript() { return this.chat.transcript(); }
  setTheme(theme) { this.chat.view.setTheme(theme); }
}

// ---- the queue: backtalk.push(['open']) works before and after this script has loaded ----

const waiting = Array.isArray(window.backtalk) ? window.backtalk : [];
const isTexts = ([name]) => name === 'texts';
for (const [, own] of waiting.filter(isTexts)) Object.assign(texts, own);

function run(command) {
  const [name, ...values] = command;
  if (isTexts(command)) return Object.assign(texts, values[0]);
  const chat = document.querySelector('backtalk-chat');
  if (name === 'on') return document.addEventListener(`backtalk:${values[0]}`, values[1]);
  return chat?.[name]?.(...values);
}

// The tag's data-... become the element's attributes. A page that holds the element itself, or says
// data-auto="no", gets no second one.
function embed() {
  const data = scriptTag?.dataset ?? {};
  if (data.auto !== 'no' && !document.querySelector('backtalk-chat')) {
    const host = document.createElement('backtalk-chat');
    for (const {name, value} of scriptTag?.attributes ?? []) {
      if (name.startsWith('data-')) host.setAttribute(name.slice(5), value);
    }
    document.body.append(host);
  }
  window.backtalk = {push: (...commands) => commands.forEach(run)};
  waiting.filter((command) => !isTexts(command)).forEach(run);
  openByLink(location.hash);
}

function openByLink(hash) {
  if (hash === '#backtalk-chat') document.querySelector('backtalk-chat')?.open();
}

if (!customElements.get('backtalk-chat')) {
  customElements.define('backtalk-chat', BacktalkChat);
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.matches?.('a[href$="#backtalk-chat"]'));
    if (!link) return;
    event.preventDefault();
    openByLink(link.hash);
  });
  if (document.body && document.readyState !== 'loading') embed();
  else document.addEventListener('DOMContentLoaded', embed);
}
