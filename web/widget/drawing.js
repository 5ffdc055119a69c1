// ---- drawing: the conversation as it is shown, when it begins and when it comes back ----

Object.assign(Chat.prototype, {
  // Once: asks the server for its settings, greets, and brings the history back.
  begin() {
    this.begun ??= this.beginNow();
    return this.begun;
  },

  async beginNow() {
    const asked = this.service.meta().then((meta) => meta && this.takeMeta(meta));
    await Promise.race([asked, wait(1200)]);
    this.takeOver(this.chat);
    if (!this.view.input.value) this.view.setInput(this.chat.draft || this.options.prefill || '');
    const {start} = this.options;
    if (start && this.chat.entries.length === 0) await this.say({message: start}, start);
  },

  takeMeta(meta) {
    this.numbers = this.chat.numbers = meta.numbers;
    this.clinic = meta.clinic;
    this.reviewed = meta.content_reviewed;
    this.options.maxChars = meta.limits.message_chars;
    this.view.showNumbers(this.numbers);
  },

  // Shows a stored conversation as it stood.
  takeOver(chat) {
    this.chat = chat;
    this.clearView();
    this.greet();
    for (const entry of chat.entries) this.draw(entry, true);
    setTimeout(() => this.view.log.setAttribute('aria-live', 'polite'), 1000);  // what is new is read out again
    const last = chat.entries.at(-1);
    this.view.showPinned(chat.pinned);
    if (this.view.turns.childElementCount > 1) this.view.scrollTo(this.view.turns.lastChild, 'start');
    if (last?.who !== 'you') return;
    if (last.state === 'sending') this.deliver(last);  // the page was left before the answer came
    else this.fail(last, {status: 0});
  },

  clearView() {
    this.offers = [];
    this.nodes.clear();
    this.view.turns.replaceChildren();
    this.view.showAlert();
    this.view.showPinned(null);
    this.view.showNewer(false);
  },

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
  },

  // ---- drawing ----

  draw(entry, silent = false) {
    const nodes = entry.who === 'you' ? this.ownNodes(entry)
      : entry.who === 'bot' ? this.replyNodes(entry) : [el('p', {}, t(entry.text))];
    const turn = this.view.addTurn(entry.who === 'you' ? 'you' : 'bot', nodes, silent);
    this.nodes.set(entry, turn);
    return turn;
  },

  ownNodes(entry) {
    const change = el('button', {type: 'button', class: 'change', onclick: () => this.edit(entry)},
      t('change'), hidden(t('change_what', entry)));
    return [el('p', {class: 'lines', dir: 'auto'}, entry.shown),
      el('p', {class: 'state'}, entry.state === 'sent' ? change : entry.state === 'failed' ? t('not_sent') : null)];
  },

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
  },

  redrawOwn(entry) {
    this.nodes.get(entry)?.replaceChildren(hidden(t('you')), ...this.ownNodes(entry));
  },

  // The controls of the last reply: its question, and what could be said next.
  offersOf({question, quick_replies: quick = []}) {
    const offers = [];
    if (question) {
      offers.push(questionNode(question, (values, label) =>
        this.say({answer: {question_id: question.id, values}}, label)));
    }
    if (quick.length) offers.push(quickReplyNode(quick, (message, label) => this.say({message}, label)));
    return offers;
  },

  endOffers() {
    for (const offer of this.offers) {
      const asked = offer.querySelector('.asked')?.textContent;
      if (asked) offer.replaceWith(el('p', {class: 'asked'}, asked));
      else offer.remove();
    }
    this.offers = [];
  },

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
  },
});
