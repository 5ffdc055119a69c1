// ---- changes: taking back, putting right, and conversations that the server has forgotten ----
//
// The server has no way back. So the messages are sent again, from the first, into a conversation of
// their own, with the change in them; the server then works everything out anew. A change that would
// lower an urgent level is taken over only after it was confirmed.

Object.assign(Chat.prototype, {
  // {conversation, replies: a Reply or null (it fits no more) for each} or {status, problem}.
  async replay(whats) {
    let conversation = null;
    const replies = [];
    for (const what of whats) {
      const {reply, status, problem} = await this.service.send(what, newMessageId(), conversation);
      if (!reply && status !== 400) return {status, problem};
      conversation = reply?.conversation_id ?? conversation;
      replies.push(reply ?? null);
    }
    return {conversation, replies};
  },

  // The server has ended the conversation (or was started anew): what was told is told again.
  async renew(entry) {
    const before = this.mine().filter((own) => own.state === 'sent').map((own) => own.what);
    const asText = entry.what.answer ? {message: entry.shown} : entry.what;
    let done = await this.replay([...before, entry.what]);
    if (done.replies && !done.replies.at(-1)) done = await this.replay([...before, asText]);
    if (!done.replies) return done;
    this.chat.conversation = done.conversation;
    // What was pinned stays: time alone is no reason to take a warning away.
    this.chat.keepPinned = true;
    this.keep({who: 'note', text: before.length ? 'renewed' : 'renewed_empty'});
    this.draw(this.chat.entries.at(-1));
    return {reply: done.replies.at(-1)};
  },

  // `own`: the person's entries as they should have been.
  async rebuild(own, noteText) {
    if (this.busy) return;
    this.setBusy(true);
    const done = await this.replay(own.map((entry) => entry.what));
    this.setBusy(false);
    if (!done.replies) {
      this.view.showAlert(el('p', {class: 'error'}, t('no_server')),
        button('primary', t('try_again'), () => this.rebuild(own, noteText)), builtInEmergencyCard(this.numbers));
      return;
    }
    const adopt = () => this.adopt(own, done, noteText);
    const before = rank[this.lastReply()?.triage.level ?? 'none'];
    const after = rank[done.replies.filter(Boolean).at(-1)?.triage.level ?? 'none'];
    if (after >= before || before < rank.urgent) return adopt();
    this.note(t('lower_question'), [
      [t('lower_yes'), adopt],
      [t('lower_no'), () => { this.service.forget(done.conversation); this.note(t('kept')); }],
    ]);
  },

  adopt(own, {conversation, replies}, noteText) {
    this.service.forget(this.chat.conversation);
    const entries = own.flatMap((entry, i) => replies[i]
      ? [{...entry, state: 'sent'}, {who: 'bot', reply: worthKeeping(replies[i])}] : []);
    const last = entries.pop();
    this.chat.conversation = conversation;
    this.chat.entries = entries;
    this.chat.keepPinned = false;
    this.chat.pinned = last ? pinnedCard(last.reply) ?? null : null;
    if (noteText && last) entries.push({who: 'note', text: noteText});
    if (last) entries.push(last);
    this.save();
    this.takeOver(this.chat);
    this.view.focusAfterSending();
  },

  // The bubble becomes a place to answer again, or to write again.
  edit(entry) {
    const turn = this.nodes.get(entry);
    if (!turn || this.busy || turn.querySelector('.editing')) return;
    const {entries} = this.chat;
    const asked = entries.slice(0, entries.indexOf(entry)).filter((e) => e.who === 'bot').at(-1)?.reply.question;
    const {answer} = entry.what;
    const save = (what, shown) => {
      this.rebuild(this.mine().map((own) => own === entry ? {...own, what, shown} : own), 'changed');
      this.redrawOwn(entry);
    };
    const cancel = button('quiet', t('cancel'), () => {
      this.redrawOwn(entry);
      turn.querySelector('.change')?.focus();
    });
    const editing = answer && asked?.id === answer.question_id
      ? el('div', {class: 'editing'}, questionNode(asked, (values, label) =>
        save({answer: {question_id: asked.id, values}}, label), answer.values), cancel)
      : this.textEditor(entry, save, cancel);
    turn.replaceChildren(hidden(t('you')), editing);
    editing.querySelector('textarea, input:checked, input, button')?.focus();
  },

  textEditor(entry, save, cancel) {
    const id = newId('edit');
    const input = el('textarea', {id, rows: 3, dir: 'auto'});
    input.value = entry.shown;
    return el('div', {class: 'editing'}, el('label', {for: id}, t('change_label')), input,
      el('div', {class: 'row'}, button('primary', t('save_change'), () => {
        const text = input.value.trim();
        if (text) save({message: text}, text);
      }), cancel));
  },

  goBack() {
    const own = this.mine().filter((entry) => entry.state === 'sent');
    if (own.length === 0) return this.note(t('nothing_back'));
    return this.rebuild(own.slice(0, -1), '');
  },
});
