// Talks to the API. A message keeps its id over all tries, so that the server counts it once.

const tryAfterMs = [0, 700, 2500];
const timeoutMs = 8000;
const storageKey = 'backtalk-conversation';

// Some browsers refuse storage; the chat then lasts as long as the page.
let conversationId = null;
try {
  conversationId = sessionStorage.getItem(storageKey);
} catch { /* keep it in memory only */ }

export const conversation = () => conversationId;

export function rememberConversation(id) {
  conversationId = id;
  try {
    if (id) sessionStorage.setItem(storageKey, id);
    else sessionStorage.removeItem(storageKey);
  } catch { /* as above */ }
}

// The browser's own randomUUID exists on https pages only.
export function newMessageId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function call(method, path, body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  try {
    const response = await fetch(path, {
      method,
      headers: body ? {'Content-Type': 'application/json'} : {},
      body: body ? JSON.stringify(body) : undefined,
      credentials: 'omit',
      signal: stop.signal,
    });
    const json = response.status === 204 ? null : await response.json();
    return {status: response.status, json};
  } catch {
    return {status: 0, json: null};  // no connection, too slow, or no JSON
  } finally {
    clearTimeout(timer);
  }
}

const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });
const mayHelpToRetry = (status) => status === 0 || status === 409 || status === 429 || status >= 500;

// {message | answer, message_id} -> {reply} or {problem} (null: no server) and, when an expired
// conversation was begun anew, {renewed: true}.
export async function send(request) {
  let renewed = false;
  let last = {status: 0, json: null};
  for (const ms of tryAfterMs) {
    await wait(ms);
    last = await call('POST', 'v1/chat', {...request, conversation_id: conversationId ?? undefined});
    if (last.json?.code === 'conversation_not_found' && conversationId) {
      rememberConversation(null);
      renewed = true;
      if (!request.message) return {problem: last.json, renewed};  // its question is gone too
      last = await call('POST', 'v1/chat', request);
    }
    if (last.status === 200) {
      rememberConversation(last.json.conversation_id);
      return {reply: last.json, renewed};
    }
    if (!mayHelpToRetry(last.status)) break;
  }
  return {problem: last.json, renewed};
}

export async function meta() {
  const {status, json} = await call('GET', 'v1/meta');
  return status === 200 ? json : null;
}

// What the server still knows; null when it has ended, undefined when nobody can say.
export async function known() {
  const {status, json} = await call('GET', `v1/conversations/${conversationId}`);
  return status === 200 ? json : status === 404 ? null : undefined;
}

// True when nothing of it is left on the server.
export async function forget() {
  if (!conversationId) return true;
  const {status} = await call('DELETE', `v1/conversations/${conversationId}`);
  return status === 204 || status === 404;
}
