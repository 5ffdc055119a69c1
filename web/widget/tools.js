// ---- tools: what the menu does ----

Object.assign(Chat.prototype, {
  menu(name) {
    const acts = {
      start_again: () => this.startAgain(),
      go_back: () => this.goBack(),
      known: () => this.say({message: t('known_message')}, t('known')),
      person: () => this.person(),
      print: () => this.print(),
      save_text: () => this.saveText(),
      shared: () => this.shareComputer(),
      delete_chat: () => this.note(t('delete_question'),
        [[t('delete_yes'), () => this.forget()], [t('cancel'), () => {}]]),
    };
    return acts[name]();
  },

  // Through the server, which keeps what an open warning still needs.
  async startAgain() {
    if (this.busy) return;
    this.emit('restart');
    this.chat.entries = [];
    this.chat.keepPinned = false;
    this.save();
    this.clearView();
    if (this.chat.conversation) await this.say({message: 'start over'}, t('start_again'));
    else this.takeOver(this.chat);
  },

  person() {
    this.emit('person');
    const {contact, phone, url, name} = this.clinic;
    if (!contact && !phone && !url) return this.say({message: t('person_message')}, t('person'));
    const links = [phone && {type: 'call', label: t('call', {number: phone}), value: phone},
      url && {type: 'link', label: t('person_page', {clinic: name}), value: url}];
    return this.note([t('person_intro'), contact || null,
      el('p', {class: 'row'}, ...links.filter(Boolean).map(actionLink))].filter(Boolean));
  },

  shareComputer() {
    this.storage.erase();
    this.storage.kind = 'memory';
    this.note(t('shared_done'));
  },

  async forget() {
    const gone = await this.forgetEverything();
    this.greet();
    this.note(t(gone ? 'deleted' : 'deleted_here'));
    this.emit('deleted');
  },

  // For somebody who must not be seen reading this: at once, and nothing is left on the device.
  hideQuickly() {
    this.forgetEverything();
    this.begun = null;
    this.emit('deleted');
    const {mode, exitUrl} = this.options;
    if (mode === 'launcher') this.close();
    else if (mode === 'inline') this.host.hidden = true;
    else location.replace(exitUrl || 'about:blank');
    this.storage.erase();
  },

  // ---- print and save ----

  // The chat alone, without the page around it.
  print() {
    if (this.options.mode === 'page') return window.print();
    const frame = el('iframe', {title: t('transcript_title'), 'aria-hidden': 'true', tabindex: -1});
    Object.assign(frame.style, {position: 'fixed', inlineSize: '0', blockSize: '0', border: '0'});
    document.body.append(frame);
    const {contentDocument: page, contentWindow: win} = frame;
    try {
      const sheet = new win.CSSStyleSheet();
      sheet.replaceSync(styleText);
      page.adoptedStyleSheets = [sheet];
    } catch { /* plain, but complete */ }
    const copy = page.importNode(this.view.root, true);
    copy.querySelector('dialog')?.setAttribute('open', '');
    copy.dataset.theme = 'light';
    page.title = t('transcript_title');
    page.body.append(copy);
    win.addEventListener('afterprint', () => frame.remove());
    win.print();
    return undefined;
  },

  saveText() {
    const link = el('a', {href: URL.createObjectURL(new Blob([this.transcript()], {type: 'text/plain'})),
      download: 'backtalk.txt', hidden: true});
    this.view.root.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  },

  // Plain text of at most 78 columns, for a letter or a record.
  transcript() {
    const lines = [t('transcript_title'), new Date(this.chat.at).toLocaleString(), t('transcript_note'),
      this.reviewed ? '' : t('greeting_unreviewed')];
    for (const entry of this.chat.entries) {
      const words = entry.who === 'you' ? t('you') + entry.shown
        : entry.who === 'note' ? t(entry.text) : `${t('bot')}: ${replyText(entry.reply)}`;
      lines.push('', ...words.split('\n').flatMap(wrap));
    }
    const version = this.lastReply()?.content_version;
    if (version) lines.push('', `Content ${version}`);
    return `${lines.join('\n')}\n`;
  },
});

function wrap(line) {
  const lines = [''];
  for (const word of line.split(' ')) {
    if (lines.at(-1).length + word.length > 77) lines.push('');
    lines[lines.length - 1] += (lines.at(-1) ? ' ' : '') + word;
  }
  return lines;
}

function replyText(reply) {
  const dashed = (items = []) => items.map((item) => `- ${item}`);
  const parts = reply.blocks.flatMap((block) => {
    switch (block.type) {
      case 'care_card': return [`${t(`urgency_${block.level}`)}${block.heading}`.toUpperCase(), ...dashed(block.items)];
      case 'list': return [block.title, ...dashed(block.items)];
      case 'table': return block.rows.map((row) => row.join(' | '));
      case 'exercise': return [block.title, ...block.steps.map((step, i) => `${i + 1}. ${step}`),
        block.dose && t('dose') + block.dose, t('stop_if'), ...dashed(block.stop_if)];
      case 'figure': return [block.alt];
      case 'sources': return reply.sources.map((s) => [s.title, s.publisher, s.year].filter(Boolean).join(', '));
      default: return [block.text];
    }
  });
  return [...parts, reply.text, reply.question?.text].filter(Boolean).join('\n');
}
