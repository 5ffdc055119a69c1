// ---- dom: nodes without HTML ----
//
// Text only ever becomes text nodes: nothing that the server or a person wrote is read as HTML, and
// no page's policy (CSP, Trusted Types) can object.

// el('p', {class: 'x', onclick: f}, 'text', node, null, ...); false, null and undefined are left out.
function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function svgEl(name, attributes = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const hidden = (text) => el('span', {class: 'hidden'}, text);
const list = (name, items) => el(name, {}, ...items.map((item) => el('li', {}, item)));
const button = (className, label, onclick) => el('button', {type: 'button', class: className, onclick}, label);

const paragraphs = (text) => String(text).split(/\n{2,}/).map((part) => el('p', {class: 'lines'}, part.trim()));

let lastId = 0;
const newId = (word) => `${word}-${++lastId}`;

const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });

// ---- pictures: the line drawings of web/pictures, which the server has put into `pictures` ----

const svgParts = /<(\/?)(svg|g|path|circle|ellipse|line|polyline|rect|text)\b([^>]*?)(\/?)>([^<]*)/g;

// An <svg> built from our own drawing; null when there is none of this name. `alt` empty: decoration.
function picture(name, alt) {
  const source = pictures[name];
  if (!source) return null;
  let root = null;
  const open = [];
  for (const [, closing, tag, attributes, empty, text] of source.matchAll(svgParts)) {
    if (closing) {
      open.pop();
      continue;
    }
    const node = svgEl(tag);
    for (const [, key, value] of attributes.matchAll(/([\w-]+)="([^"]*)"/g)) {
      if (key !== 'xmlns') node.setAttribute(key, value);
    }
    if (tag === 'text') node.textContent = text;
    if (open.length) open[open.length - 1].append(node);
    else root = node;
    if (!empty) open.push(node);
  }
  root.setAttribute('class', 'picture');
  if (alt) fill(root, {role: 'img', 'aria-label': alt}, []);
  else root.setAttribute('aria-hidden', 'true');
  root.setAttribute('focusable', 'false');
  return root;
}
