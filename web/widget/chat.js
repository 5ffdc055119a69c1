// ---- chat: one conversation, from what is typed to what is shown ----

const rank = {none: 0, soon: 1, urgent: 2, emergency: 3};
const retryQuietlyMs = 15000;

// Official numbers of some countries, for the time before the server has told its own.
const emergencyNumbers = {GB: '999', UK: '999', US: '911', CA: '911', AU: '000', NZ: '111', IE: '112', EU: '112'};

function numbersOf(country) {
  const number = emergencyNumbers[(country ?? '').toUpperCase()];
  return {emergency: number ?? t('any_number'), emergency_tel: number ?? ''};
}

class Chat {
  constructor(host, options) {
    this.host = host;
    this.options = options;
    this.service = new Service(options.server);
    this.storage = new Storage(options.storage, options.key, options.hours);
    this.chat = this.storage.load();
    this.numbers = this.chat.numbers ?? numbersOf(options.country);
    this.clinic = {};
    this.reviewed = false;
    this.nodes = new Map();  // entry -> its <li>
    this.offers = [];        // controls of the last reply; they end with the next message
    this.unread = 0;
    this.busy = false;
    this.view = new View(host, options, this);
    this.view.showNumbers(this.numbers);
    this.storage.watch(() => this.busy || this.takeOver(this.storage.load()));
    addEventListener('offline', () => this.goneOffline());
    addEventListener('online', () => this.backOnline());
  }

  emit(name, detail = {}) {
    this.host.dispatchEvent(new CustomEvent(`backtalk:${name}`, {detail, bubbles: true, composed: true}));
  }

  save() {
    this.chat.at = Date.now();
    this.storage.save(this.chat);
  }

  keep(entry) {
    this.chat.entries.push(entry);
    this.save();
    return entry;
  }

  mine() {
    return this.chat.entries.filter((entry) => entry.who === 'you');
  }

  lastReply() {
    return this.chat.entries.filter((entry) => entry.who === 'bot').at(-1)?.reply;
  }

  // ---- opening ----

  open(byHand = true) {
    this.view.open(byHand);
    this.unread = 0;
    this.chat.open = true;
    this.save();
    this.begin();
    this.emit('open');
  }

  close() {
    if (!this.view.isOpen) return;
    this.view.close();
    this.chat.open = false;
    this.save();
    this.emit('close');
  }

  toggle() {
    if (this.view.isOpen) this.close();
    else this.open();
  }

  // Once: asks the server for its settings, greets, and brings the history back.
  begin() {
    this.begun ??= this.beginNow();
    return this.begun;
  }

  async beginNow() {
    const asked = this.service.meta().then((meta) => meta && this.takeMeta(meta));
    await Promise.race([asked, wait(1200)]);
    this.takeOver(this.chat);
    if (!this.view.input.value) this.view.setInput(this.chat.draft || this.options.prefill || '');
    const {start} = this.options;
    if (start && this.chat.entries.length === 0) await this.say({message: start}, start);
  }

  takeMeta(meta) {
    this.numbers = this.chat.numbers = meta.numbers;
    this.clinic = meta.clinic;
    this.reviewed = meta.content_reviewed;
    this.options.maxChars = meta.limits.message_chars;
    this.view.showNumbers(this.numbers);
  }

  // Shows a stored conversation as it stood.
  takeOver(chat) {
    this.chat = chat;
    this.clearView();
    this.greet();
    for (const entry of chat.entries) this.draw(entry, true);
    const last = chat.entries.at(-1);
    this.view.showPinned(chat.pinned);
    if (this.view.turns.childElementCount > 1) this.view.scrollTo(this.view.turns.lastChild, 'start');
    if (last?.who !== 'you') return;
    if (last.state === 'sending') this.deliver(last);  // the page was left before the answer came
    else this.fail(last, {status: 0});
  }

  clearView() {
    this.offers = [];
    this.nodes.clear();
    this.view.turns.replaceChildren();
    this.view.showAlert();
    this.view.showPinned(null);
    this.view.showNewer(false);
  }

  greet() {
    const {name} = this.clinic;
    const nodes = [
      el('p', {}, name && name !== 'this clinic' ? t('greeting_clinic', {clinic: name}) : t('greeting_name')),
      el('p', {}, t('greeting_limits'), this.reviewed ? null : ` ${t('greeting_unreviewed')}`),
    ];
    const consented = this.options.consent !== 'required' || this.chat.consent;
    this.view.form.hidden = !consented;
    if (consented) {
      nodes.push(el('p', {}, this.options.greeting || t('greeting_ask')));
    } else {
      nodes.push(el('p', {}, t('consent_text')), button('primary', t('consent_yes'), () => {
        this.chat.consent = true;
        this.save();
        this.takeOver(this.chat);
        this.view.focusStart();
      }));
    }
    const turn = this.view.addTurn('bot', nodes, true);
    if (!consented || this.chat.entries.length) return;
    const say = (message, label) => this.say({message}, label);
    const offers = quickReplyNode(texts.starters.map((text) => ({label: text, message: text})), say);
    turn.append(offers);
    this.offers = [offers];
  }

  // ---- drawing ----

  draw(entry, silent = false) {
    const nodes = entry.who === 'you' ? this.ownNodes(entry)
      : entry.who === 'bot' ? this.replyNodes(entry) : [el('p', {}, t(entry.text))];
    const turn = this.view.addTurn(entry.who === 'you' ? 'you' : 'bot', nodes, silent);
    this.nodes.set(entry, turn);
    return turn;
  }

  ownNodes(entry) {
    const change = el('button', {type: 'button', class: 'change', onclick: () => this.edit(entry)},
      t('change'), hidden(t('change_what', entry)));
    return [el('p', {class: 'lines', dir: 'auto'}, entry.shown),
      el('p', {class: 'state'}, entry.state === 'sent' ? change : entry.state === 'failed' ? t('not_sent') : null)];
  }

  replyNodes(entry) {
    const nodes = replyNodes(entry.reply);
    const before = this.chat.entries[this.chat.entries.indexOf(entry) - 1];
    nodes.push(before?.who === 'you' ? understoodNode(entry.reply, () => this.edit(before)) : null);
    if (this.chat.entries.at(-1) === entry) {
      this.offers = this.offersOf(entry.reply);
      return [...nodes, ...this.offers];
    }
    const asked = entry.reply.question;
    return [...nodes, asked ? el('p', {class: 'asked'}, asked.text) : null];
  }

  redrawOwn(entry) {
    this.nodes.get(entry)?.replaceChildren(hidden(t('you')), ...this.ownNodes(entry));
  }

  // The controls of the last reply: its question, and what could be said next.
  offersOf({question, quick_replies: quick = []}) {
    const offers = [];
    if (question) {
      offers.push(questionNode(question, (values, label) =>
        this.say({answer: {question_id: question.id, values}}, label)));
    }
    if (quick.length) offers.push(quickReplyNode(quick, (message, label) => this.say({message}, label)));
    return offers;
  }

  endOffers() {
    for (const offer of this.offers) {
      const asked = offer.querySelector('.asked')?.textContent;
      if (asked) offer.replaceWith(el('p', {class: 'asked'}, asked));
      else offer.remove();
    }
    this.offers = [];
  }

  // A word of the widget's own, with buttons when something must be decided. Not kept.
  note(text, choices = []) {
    const row = el('div', {class: 'row'});
    const turn = this.view.addTurn('bot', [...[text].flat().map((part) =>
      typeof part === 'string' ? el('p', {}, part) : part), choices.length ? row : null]);
    row.append(...choices.map(([label, act]) => button('choice', label, () => {
      row.remove();
      this.view.focusAfterSending();
      act();
    })));
    return turn;
  }

  // ---- sending ----

  draft(text) {
    this.chat.draft = text;
    this.save();
  }

  async submit(text) {
    await this.begin();
    const message = text.trim();
    const most = this.options.maxChars;
    if (!message || this.busy) return this.view.input.focus();
    if ([...message].length > most) {
      this.view.status.textContent = t('too_long', {most});
      return;
    }
    const waiting = this.mine().find((entry) => entry.state === 'failed');
    if (waiting && !await this.deliver(waiting)) return;  // the new words stay in the box
    this.view.setInput('');
    await this.say({message}, message);
  }

  // `what` is {message} or {answer}; `shown` is what the person sees as their own words.
  async say(what, shown) {
    if (this.busy) return;
    this.endOffers();
    const entry = this.keep({who: 'you', id: newMessageId(), what, shown, state: 'sending'});
    this.draw(entry);
    this.view.focusAfterSending();
    this.emit('message-sent', this.options.exposeText ? {text: shown} : {});
    await this.deliver(entry);
  }

  setBusy(busy) {
    this.busy = busy;
    this.view.setBusy(busy);
  }

  // True when an answer came.
  async deliver(entry) {
    clearTimeout(this.retryTimer);
    this.setBusy(true);
    this.view.showAlert();
    entry.state = 'sending';
    this.redrawOwn(entry);
    let result = await this.service.send(entry.what, entry.id, this.chat.conversation);
    if (result.problem?.code === 'conversation_not_found' && this.chat.conversation) {
      result = await this.renew(entry);
    }
    this.setBusy(false);
    if (!this.chat.entries.includes(entry)) return false;  // deleted in the meantime
    if (result.reply) this.receive(entry, result.reply);
    else this.fail(entry, result);
    return Boolean(result.reply);
  }

  receive(entry, reply) {
    entry.state = 'sent';
    this.redrawOwn(entry);
    this.chat.conversation = reply.conversation_id;
    const kept = this.keep({who: 'bot', reply: worthKeeping(reply)});
    this.draw(kept);
    const {level} = reply.triage;
    this.pin(reply);
    if (!this.view.isOpen) this.view.setUnread(++this.unread);
    if (!this.view.isOpen) this.emit('unread', {count: this.unread});
    this.emit('message-received', {level, types: reply.blocks.map((block) => block.type),
      ...(this.options.exposeText ? {text: reply.text} : {})});
    this.emit('triage', {level});
    if (level === 'emergency') this.emit('emergency');
    if (reply.question) this.emit('question', {id: reply.question.id, kind: reply.question.kind});
  }

  pin(reply) {
    const card = pinnedCard(reply);
    if (card || !this.chat.keepPinned) this.chat.pinned = card ?? null;
    this.view.showPinned(this.chat.pinned);
    this.save();
  }

  fail(entry, {status, problem}) {
    entry.state = 'failed';
    this.save();
    this.redrawOwn(entry);
    const offline = status === 0 && !navigator.onLine;
    const why = offline ? t('offline') : status === 0 ? t('no_server') : status === 429 || status === 503 ? t('busy')
      : status === 403 ? t('forbidden') : status >= 500 ? t('broken') : problem?.detail ?? t('broken');
    const again = button('primary', t('try_again'), () => this.deliver(entry));
    this.view.showAlert(el('p', {class: 'error'}, why), again, builtInEmergencyCard(this.numbers));
    this.emit('error', {code: problem?.code ?? (offline ? 'offline' : 'unreachable')});
    if (mayHelpToRetry(status)) this.retryTimer = setTimeout(() => this.retry(), retryQuietlyMs);
  }

  retry() {
    const waiting = this.mine().find((entry) => entry.state === 'failed');
    if (waiting && !this.busy && !document.hidden) this.deliver(waiting);
  }

  goneOffline() {
    if (!this.begun) return;
    this.view.showAlert(el('p', {class: 'error'}, t('offline')), builtInEmergencyCard(this.numbers));
    this.emit('offline');
  }

  backOnline() {
    if (!this.begun) return;
    this.view.showAlert();
    this.emit('online');
    this.retry();
  }

  forgetEverything() {
    const {conversation} = this.chat;
    clearTimeout(this.retryTimer);
    this.storage.erase();
    this.chat = {...emptyChat(), numbers: this.numbers, consent: this.chat.consent, open: this.chat.open};
    this.view.setInput('');
    this.clearView();
    return this.service.forget(conversation);
  }
}

const pinnedCard = (reply) => reply.blocks.find((block) => block.type === 'care_card' && block.pinned);

function worthKeeping({blocks, question, quick_replies, triage, understood, sources, content_version, text}) {
  return {blocks, question, quick_replies, triage: {level: triage.level}, understood, sources, content_version,
    text: blocks.length ? '' : text};
}
