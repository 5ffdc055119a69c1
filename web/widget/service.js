// ---- service: talks to the API ----
//
// A message keeps its id over all tries, so that the server counts it once.

const triesAfterMs = [0, 700, 2500];
const timeoutMs = 8000;
const longestWaitMs = 10000;  // what "Retry-After" may ask of somebody who waits

// The browser's own randomUUID exists on https pages only.
function newMessageId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const mayHelpToRetry = (status) => status === 0 || status === 409 || status === 429 || status >= 500;

class Service {
  constructor(base) {
    this.base = base;  // ends in "/"
  }

  async call(method, path, body, keepalive = false) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), timeoutMs);
    try {
      const response = await fetch(this.base + path, {
        method,
        headers: body ? {'Content-Type': 'application/json'} : {},
        body: body ? JSON.stringify(body) : undefined,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        keepalive,
        signal: stop.signal,
      });
      const json = response.status === 204 ? null : await response.json();
      const seconds = Number(response.headers.get('Retry-After'));
      return {status: response.status, json, waitMs: seconds > 0 ? seconds * 1000 : 0};
    } catch {
      return {status: 0, json: null, waitMs: 0};  // no connection, too slow, or no JSON
    } finally {
      clearTimeout(timer);
    }
  }

  // {reply} or {status, problem}; status 0: nobody answered.
  async send(what, messageId, conversationId) {
    const body = {...what, message_id: messageId, conversation_id: conversationId || undefined};
    let last = null;
    for (const ms of triesAfterMs) {
      if (ms) await wait(Math.min(Math.max(ms, last.waitMs), longestWaitMs));
      last = await this.call('POST', 'v1/chat', body);
      if (last.status === 200) return {reply: last.json};
      if (!mayHelpToRetry(last.status) || last.waitMs > longestWaitMs) break;
    }
    return {status: last.status, problem: last.json};
  }

  async meta() {
    const {status, json} = await this.call('GET', 'v1/meta');
    return status === 200 ? json : null;
  }

  // True when nothing of it is left on the server.
  async forget(conversationId) {
    if (!conversationId) return true;
    const {status} = await this.call('DELETE', `v1/conversations/${conversationId}`, null, true);
    return status === 204 || status === 404;
  }
}
