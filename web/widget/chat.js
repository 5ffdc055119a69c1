// ---- chat: one conversation, from what is typed to what is shown ----

const rank = {none: 0, soon: 1, urgent: 2, emergency: 3};
const retryQuietlyMs = 15000;
const slowMs = 5000;

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

  // Nobody waits long without knowing what to do in an emergency.
  setBusy(busy) {
    this.busy = busy;
    this.view.setBusy(busy);
    clearTimeout(this.slowTimer);
    if (!busy) return;
    this.slowTimer = setTimeout(() => this.view.showAlert(el('p', {class: 'error'}, t('slow')),
      builtInEmergencyCard(this.numbers)), slowMs);
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
    if (result.status === 400 && entry.what.answer) {  // its question is not open any more: as words
      Object.assign(entry, {what: {message: entry.shown}, id: newMessageId()});
      result = await this.service.send(entry.what, entry.id, this.chat.conversation);
    }
    this.setBusy(false);
    if (!this.chat.entries.includes(entry)) return false;  // deleted in the meantime
    this.view.showAlert();
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
    const offline = status === 0 && !navigator.onLine;
    const why = offline ? t('offline') : status === 0 ? t('no_server') : status === 429 || status === 503 ? t('busy')
      : status === 403 ? t('forbidden') : status >= 500 ? t('broken') : problem?.detail ?? t('broken');
    const worthATry = mayHelpToRetry(status);
    if (worthATry) entry.state = 'failed';
    else this.giveBack(entry);
    this.save();
    this.redrawOwn(entry);
    this.view.showAlert(el('p', {class: 'error'}, why),
      worthATry && button('primary', t('try_again'), () => this.deliver(entry)), builtInEmergencyCard(this.numbers));
    this.emit('error', {code: problem?.code ?? (offline ? 'offline' : 'unreachable')});
    if (worthATry) this.retryTimer = setTimeout(() => this.retry(), retryQuietlyMs);
  }

  // What can never be sent as it is goes back into the box.
  giveBack(entry) {
    this.chat.entries = this.chat.entries.filter((other) => other !== entry);
    this.nodes.get(entry)?.remove();
    this.nodes.delete(entry);
    if (!this.view.input.value) this.view.setInput(entry.shown);
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
