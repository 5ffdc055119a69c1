// ---- storage: what outlives a reload ----
//
// "session": until the tab is closed (the default). "local": shared by all tabs, until it is old.
// "memory": nothing leaves the page, for computers that several people use.
// Some browsers refuse storage; then it is "memory" too.

const layout = 1;
const mostEntries = 80;

const emptyChat = () => ({layout, conversation: null, at: Date.now(), draft: '', consent: false, open: false,
  numbers: null, pinned: null, keepPinned: false, entries: []});

class Storage {
  constructor(kind, key, hours) {
    this.kind = kind;
    this.key = key;
    this.hours = hours;
  }

  area() {
    try {
      return this.kind === 'local' ? localStorage : this.kind === 'session' ? sessionStorage : null;
    } catch {
      return null;
    }
  }

  load() {
    try {
      const chat = JSON.parse(this.area()?.getItem(this.key) ?? 'null');
      const old = !chat || chat.layout !== layout || Date.now() - chat.at > this.hours * 3600e3;
      return old ? emptyChat() : chat;
    } catch {
      return emptyChat();
    }
  }

  save(chat) {
    chat.entries.splice(0, chat.entries.length - mostEntries);
    try {
      this.area()?.setItem(this.key, JSON.stringify(chat));
    } catch { /* full or refused: the chat then lasts as long as the page */ }
  }

  erase() {
    try {
      this.area()?.removeItem(this.key);
    } catch { /* nothing was kept */ }
  }

  // Calls `changed` when another tab has written.
  watch(changed) {
    addEventListener('storage', (event) => {
      if (this.kind === 'local' && event.key === this.key) changed();
    });
  }
}
