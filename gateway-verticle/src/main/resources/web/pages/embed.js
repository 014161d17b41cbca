// @ts-check
/** The page about the embedded button: shows one as it is configured, and the code for it. */
import * as api from '../api.js';
import '../like-button.js';
import { strings } from '../strings.js';

const text = strings.embed;
const PAUSE_MS = 300;
const ID = /^[1-9]\d{0,15}$/;
const form = /** @type {HTMLFormElement} */ (document.getElementById('configure'));
const code = /** @type {HTMLElement} */ (document.getElementById('code'));
const button = document.createElement('like-button');
/** The title that stands in the field, as long as nobody has typed another name. */
let title = '';
let asked = 0;
let typing = 0;

/** @param {string} name */
const field = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/** @param {string} id @param {string} said */
function say(id, said) {
  /** @type {HTMLElement} */ (document.getElementById(id)).textContent = said;
}

/** @param {string} value */
const quoted = (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function show() {
  const product = field('product').value.trim();
  const name = field('name').value;
  const accent = field('accent').value;
  const styles = [
    ['--like-size', field('size').value],
    ['--like-accent', accent],
    ['--like-accent-line', accent],
    ['--like-accent-soft', accent && 'transparent'],
  ].filter(([, value]) => value);
  const style = styles.map(([property, value]) => `${property}: ${value}`).join('; ');
  code.textContent =
    `<script type="module" src="${location.origin}/like-button.js"></script>\n` +
    `<like-button product="${quoted(product)}" name="${quoted(name)}"${style && ` style="${style}"`}></like-button>`;
  button.style.cssText = style;
  button.setAttribute('name', name);
  if (!ID.test(product)) return button.remove();
  button.setAttribute('product', product);
  document.getElementById('stage')?.append(button);
}

/** Whether there is such a product, and what it is called. */
async function look() {
  const question = ++asked;
  const id = field('product').value.trim();
  if (!ID.test(id)) return say('wrong', text.badId);
  try {
    const product = await api.product(Number(id));
    if (question !== asked) return;
    say('wrong', '');
    take(product);
  } catch (failure) {
    if (question === asked) say('wrong', failure instanceof api.CallFailed && failure.status === 404 ? text.notFound : strings.calls.failed);
  }
}

/** @param {api.Product} product */
function take(product) {
  if (field('name').value === title) field('name').value = product.title;
  title = product.title;
  show();
}

async function copy() {
  const copied = await navigator.clipboard?.writeText(code.textContent ?? '').then(() => true, () => false);
  say('copied', copied ? text.copied : text.copyFailed);
}

form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
field('product').addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(look, PAUSE_MS);
});
document.getElementById('copy')?.addEventListener('click', copy);
show();
const [first] = await api.products('/api/products?limit=1').then(({ products }) => products, () => []);
if (first && !field('product').value) {
  field('product').value = String(first.id);
  take(first);
}
