// ---- view: what stands on the screen ----
//
// Promise: what arrives by itself never moves the focus, and moves the scroll only for somebody who
// reads at the end. `act` holds what the buttons do (chat.js).

const smallScreen = matchMedia('(max-width: 30rem), (max-height: 26rem)');
const finePointer = matchMedia('(pointer: fine)');
const darkScheme = matchMedia('(prefers-color-scheme: dark)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

class View {
  constructor(host, options, act) {
    this.host = host;
    this.options = options;
    this.act = act;
    this.isOpen = options.mode !== 'launcher';
    const root = host.shadowRoot ?? host.attachShadow({mode: 'open'});
    this.root = el('div', {class: 'root', lang: 'en', 'data-mode': options.mode});
    this.build();
    root.replaceChildren(...styleNodes(root, options.nonce), this.root);
    this.setTheme(options.theme);
    darkScheme.addEventListener('change', () => this.setTheme());
    this.followViewport();
  }

  // ---- building ----

  build() {
    const launcher = this.options.mode === 'launcher';
    this.title = el(this.options.mode === 'page' ? 'h1' : 'h2', {id: 'title', tabindex: -1}, this.options.heading);
    this.menu = this.buildMenu();
    this.emergency = el('div', {class: 'emergency'});
    this.alert = el('div', {class: 'alert', role: 'alert'});
    this.pinned = el('div', {class: 'pinned', role: 'alert'});
    this.turns = el('ol', {role: 'list'});
    this.log = el('div', {class: 'log', part: 'log', role: 'log', tabindex: 0, 'aria-label': t('conversation'),
      onscroll: () => this.atEnd() && this.showNewer(false)}, this.turns);
    // Who scrolls reads somewhere else: from then on only the end of the log is followed.
    for (const name of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
      this.log.addEventListener(name, () => { this.following = false; }, {passive: true});
    }
    this.newer = el('button', {type: 'button', class: 'newer', hidden: true,
      onclick: () => this.showEnd()}, t('newer'));
    this.status = el('p', {class: 'status', role: 'status'});
    this.panel = el(launcher ? 'dialog' : 'section',
      {class: 'panel', part: 'panel', id: 'panel', 'aria-labelledby': 'title',
        popover: launcher && 'manual', onkeydown: (event) => this.escape(event),
        oncancel: (event) => { event.preventDefault(); this.act.close(); }},
      this.buildHeader(launcher), this.menu, this.emergency,
      this.pinned, this.log, this.newer, this.alert, this.status, this.buildForm());
    this.root.append(this.panel);
    if (!launcher) return;
    this.launcherLabel = el('span', {}, this.options.label);
    this.unread = el('span', {class: 'unread', hidden: true});
    this.launcher = el('button', {type: 'button', class: 'launcher', part: 'launcher', 'aria-expanded': 'false',
      'aria-controls': 'panel', onclick: () => this.act.toggle()},
    el('slot', {name: 'launcher-icon'}, speechIcon()), this.launcherLabel, this.unread);
    this.root.prepend(el('section', {class: 'corner', 'aria-label': this.options.heading}, this.launcher));
  }

  buildHeader(launcher) {
    this.menuButton = el('button', {type: 'button', class: 'bar', 'aria-expanded': 'false',
      'aria-controls': 'menu', onclick: () => this.showMenu(this.menu.hidden)}, t('menu'));
    return el('div', {class: 'head', part: 'header'},
      el('div', {class: 'names'}, this.title, el('p', {class: 'sub'}, t('subheading')),
        el('slot', {name: 'header'})),
      el('div', {class: 'bars'},
        this.menuButton,
        launcher ? el('button', {type: 'button', class: 'bar', onclick: () => this.act.close()},
          el('span', {'aria-hidden': 'true'}, '×'), hidden(t('close'))) : null));
  }

  buildMenu() {
    const items = ['start_again', 'go_back', 'known', 'person', 'print', 'save_text', 'shared', 'delete_chat'];
    return el('ul', {class: 'menu', id: 'menu', hidden: true}, ...items.map((name) =>
      el('li', {}, button('menu-item', t(name), () => {
        this.showMenu(false);
        this.menuButton.focus();
        this.act.menu(name);
      }))));
  }

  buildForm() {
    const id = newId('message');
    this.input = el('textarea', {id, part: 'input', rows: 1, dir: 'auto', enterkeyhint: 'send',
      'aria-describedby': 'hint count', oninput: () => this.typed(), onkeydown: (event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        this.act.submit(this.input.value);
      }});
    this.count = el('p', {id: 'count', class: 'soft'});
    this.form = el('form', {class: 'compose', autocomplete: 'off', novalidate: true,
      onsubmit: (event) => { event.preventDefault(); this.act.submit(this.input.value); }},
    el('label', {for: id}, t('your_message')),
    el('div', {class: 'line'}, this.input,
      el('button', {type: 'submit', class: 'primary', part: 'send'}, t('send'))),
    el('p', {id: 'hint', class: 'soft hint'}, t('hint')), this.count, el('slot', {name: 'footer'}));
    return this.form;
  }

  // ---- opening and closing ----

  open(byHand) {
    if (this.options.mode !== 'launcher' || this.isOpen) return;
    this.isOpen = true;
    const {panel} = this;
    this.modal = smallScreen.matches;
    if (this.modal && panel.showModal) panel.showModal();
    else if (panel.showPopover) panel.showPopover();
    else panel.setAttribute('open', '');
    this.root.dataset.open = this.modal ? 'modal' : 'beside';
    this.launcher.setAttribute('aria-expanded', 'true');
    this.setUnread(0);
    if (byHand || this.modal) this.focusStart();
  }

  close() {
    if (this.options.mode !== 'launcher' || !this.isOpen) return;
    const inside = this.panel.contains(this.host.shadowRoot.activeElement);
    this.isOpen = false;
    delete this.root.dataset.open;
    if (this.panel.matches('dialog[open]')) this.panel.close();
    else if (this.panel.hidePopover) this.panel.hidePopover();
    this.panel.removeAttribute('open');
    this.showMenu(false);
    this.launcher.setAttribute('aria-expanded', 'false');
    if (inside) this.launcher.focus();
  }

  // A phone whose keyboard comes up at once would hide what there is to read.
  focusStart() {
    if (finePointer.matches && !smallScreen.matches) this.input.focus({preventScroll: true});
    else this.title.focus({preventScroll: true});
  }

  escape(event) {
    if (event.key !== 'Escape') return;
    if (!this.menu.hidden) {
      this.showMenu(false);
      this.menuButton.focus();
    } else if (this.options.mode === 'launcher') {
      this.act.close();
    }
    event.preventDefault();
  }

  showMenu(shown) {
    this.menu.hidden = !shown;
    this.menuButton.setAttribute('aria-expanded', String(shown));
  }

  setUnread(count) {
    if (!this.unread) return;
    this.unread.hidden = count === 0;
    this.unread.textContent = count === 0 ? '' : t(count === 1 ? 'unread_one' : 'unread_many', {count});
  }

  setTheme(theme = this.theme) {
    this.theme = theme;
    this.root.dataset.theme = theme === 'auto' ? (darkScheme.matches ? 'dark' : 'light') : theme;
  }

  // A phone's keyboard covers a part of the page: the panel then takes what is left to be seen.
  followViewport() {
    const seen = window.visualViewport;
    if (!seen) return;
    const follow = () => {
      const keyboard = seen.height < innerHeight * 0.8 && seen.scale < 1.1;
      this.root.toggleAttribute('data-keyboard', keyboard);
      this.root.style.setProperty('--seen-height', `${seen.height}px`);
      this.root.style.setProperty('--seen-top', `${seen.offsetTop}px`);
    };
    seen.addEventListener('resize', follow);
    seen.addEventListener('scroll', follow);
    follow();
  }

  // ---- the conversation ----

  scroller() {
    return getComputedStyle(this.log).overflowY === 'visible'
      ? (this.options.mode === 'page' ? document.scrollingElement : this.panel) : this.log;
  }

  atEnd() {
    const s = this.scroller();
    return s.scrollHeight - s.scrollTop - s.clientHeight < 120;
  }

  // Only the chat's own scroll: scrollIntoView would move the page around it too.
  scrollTo(node, block) {
    if (!this.isOpen) return;
    const s = this.scroller();
    const frame = s === document.scrollingElement ? {top: 0} : s.getBoundingClientRect();
    const box = node.getBoundingClientRect();
    const start = box.top - frame.top + s.scrollTop - 8;
    const end = start + box.height + 16 - s.clientHeight;
    const top = block === 'start' ? start : Math.min(start, Math.max(s.scrollTop, end));
    s.scrollTo({top, behavior: calm.matches ? 'auto' : 'smooth'});
  }

  showEnd() {
    this.showNewer(false);
    if (this.turns.lastChild) this.scrollTo(this.turns.lastChild, 'start');
    this.log.focus({preventScroll: true});
  }

  showNewer(shown) {
    this.newer.hidden = !shown;
  }

  // `silent`: history, which no screen reader should read out.
  addTurn(who, nodes, silent = false) {
    const wasAtEnd = this.atEnd();
    const turn = el('li', {class: `turn ${who}`, part: who === 'you' ? 'bubble-user' : 'bubble-bot'},
      who === 'you' ? hidden(t('you')) : el('p', {class: 'speaker'}, t('bot')), ...nodes);
    this.log.setAttribute('aria-live', silent ? 'off' : 'polite');
    this.turns.append(turn);  // in one piece: a screen reader reads it once
    if (silent) return turn;
    if (who === 'you') this.following = true;
    if (this.following || wasAtEnd) this.scrollTo(turn, who === 'you' ? 'nearest' : 'start');
    else this.showNewer(true);
    return turn;
  }

  // On a phone, focus on the text field would bring up the keyboard over the answer.
  focusAfterSending() {
    if (finePointer.matches) this.input.focus({preventScroll: true});
    else this.log.focus({preventScroll: true});
  }

  setBusy(busy) {
    this.form.classList.toggle('busy', busy);
    clearTimeout(this.slow);
    this.status.textContent = '';
    if (busy) this.slow = setTimeout(() => { this.status.textContent = t('writing'); }, 800);
  }

  showNumbers(numbers) {
    const [call] = callAction(numbers);
    this.emergency.replaceChildren(el('strong', {}, t('emergency_line')), ' ',
      call ? actionLink(call) : t('call_now', {number: numbers.emergency}),
      button('quiet', t('hide_quickly'), () => this.act.hideQuickly()));
  }

  showPinned(card) {
    const heading = card?.heading ?? '';
    if (this.pinned.dataset.heading === heading) return;  // an alert is read once
    this.pinned.dataset.heading = heading;
    this.pinned.className = `pinned pinned-${card?.level ?? 'none'}`;
    // The line above has the emergency number already.
    const shown = [...this.emergency.querySelectorAll('a')].map((a) => a.href);
    const links = (card?.actions ?? []).map(actionLink).filter((a) => a && !shown.includes(a.href));
    this.pinned.replaceChildren(...(card
      ? [el('strong', {}, hidden(t(`urgency_${card.level}`)), heading), ...links] : []));
  }

  showAlert(...nodes) {
    this.alert.replaceChildren(...nodes.filter(Boolean));
  }

  // ---- the message being written ----

  typed() {
    const used = [...this.input.value].length;
    const most = this.options.maxChars;
    this.count.textContent = used < most * 0.8 ? '' : t('count', {used, most});
    this.input.rows = Math.min(5, 1 + Math.max(this.input.value.split('\n').length - 1, Math.floor(used / 48)));
    this.act.draft(this.input.value);
  }

  setInput(text) {
    this.input.value = text;
    this.typed();
  }
}

function speechIcon() {
  return svgEl('svg', {viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'icon'},
    svgEl('path', {d: 'M4 4h16v12H11l-5 5v-5H4z'}));
}

// Constructed sheets need no leave of the page's CSP; older browsers get a <style>.
function styleNodes(root, nonce) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styleText);
    root.adoptedStyleSheets = [sheet];
    return [];
  } catch {
    return [el('style', {nonce}, styleText)];
  }
}
