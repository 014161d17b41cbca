// @ts-check
import { home } from './http.js';

const PING_MS = 5_000;
const SILENCE_MS = 8_000;
const CLOSED_MS = 2_000;
const TICK_MS = 500;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/**
 * A plain WebSocket that speaks the event bus bridge's protocol, comes back by itself and knows when it is silent.
 * Events: `open` after each connection, `change` when {@link paused} or {@link offline} turns, `frame` (a MessageEvent) for each message.
 */
export class Live extends EventTarget {
  /** Whether what the page shows may be out of date. */
  paused = false;
  /** Whether that is so because the browser has no network. */
  offline = false;
  /** @type {WebSocket | undefined} */
  #socket;
  #decoder = new TextDecoder();
  #dialledAt = 0;
  #pingedAt = 0;
  #heardAt = Date.now();
  /** 0 while connected */
  #closedAt = Date.now();
  #redialAt = 0;
  #failures = 0;
  #networkLost = false;

  /** @param {string} path */
  constructor(path) {
    super();
    this.url = new URL(path, home).href.replace(/^http/, 'ws');
    addEventListener('offline', () => this.#loseNetwork());
    addEventListener('online', () => this.#retryNow());
    document.addEventListener('visibilitychange', () => document.hidden || this.#retryNow());
    setInterval(() => this.#tick(), TICK_MS);
    this.#dial();
  }

  /** @param {{type: string, address?: string}} frame @returns {boolean} false if there is no connection now */
  send(frame) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #dial() {
    this.#dialledAt = Date.now();
    const socket = new WebSocket(this.url);
    const ifCurrent = (/** @type {(message?: any) => void} */ act) => (/** @type {any} */ event) =>
      socket === this.#socket && act(event);
    socket.binaryType = 'arraybuffer';
    socket.onopen = ifCurrent(() => this.#open());
    socket.onmessage = ifCurrent((message) => this.#hear(message.data));
    socket.onclose = ifCurrent(() => this.#hangUp());
    this.#socket = socket;
  }

  #open() {
    this.#ping();
    this.dispatchEvent(new Event('open'));
  }

  /** @param {ArrayBuffer | string} data the bridge sends text in binary frames */
  #hear(data) {
    this.#heardAt = Date.now();
    this.#closedAt = 0;
    this.#failures = 0;
    this.#networkLost = false;
    this.#judge();
    const text = typeof data === 'string' ? data : this.#decoder.decode(data);
    this.dispatchEvent(new MessageEvent('frame', { data: JSON.parse(text) }));
  }

  /** A later tick dials again: the wait doubles, and no two browsers wait alike. */
  #hangUp() {
    const socket = this.#socket;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures);
    this.#failures++;
    this.#redialAt = Date.now() + wait * (0.5 + Math.random() / 2);
    this.#closedAt ||= Date.now();
    this.#socket = undefined;
    socket?.close();
  }

  #ping() {
    if (this.send({ type: 'ping' })) this.#pingedAt = Date.now();
  }

  /** A hidden tab only pings: its timers are too slow to judge by, and nobody looks. */
  #tick() {
    const now = Date.now();
    if (now - this.#pingedAt >= PING_MS) this.#ping();
    if (document.hidden) return;
    if (this.#socket && now - Math.max(this.#heardAt, this.#dialledAt) > SILENCE_MS) this.#hangUp();
    if (!this.#socket && now >= this.#redialAt) this.#dial();
    this.#judge();
  }

  #loseNetwork() {
    this.#networkLost = true;
    this.#judge();
  }

  /** Looks at once; after hidden hours the server gets two seconds to answer before the page calls itself paused. */
  #retryNow() {
    const now = Date.now();
    if (!this.paused) {
      this.#heardAt = Math.max(this.#heardAt, now - SILENCE_MS + CLOSED_MS);
      this.#closedAt &&= now;
    }
    this.#pingedAt = 0;
    this.#redialAt = 0;
    this.#failures = 0;
    this.#tick();
  }

  #judge() {
    const now = Date.now();
    const closed = this.#closedAt > 0 && now - this.#closedAt > CLOSED_MS;
    const paused = closed || this.#networkLost || now - this.#heardAt > SILENCE_MS;
    const offline = paused && !navigator.onLine;
    if (paused === this.paused && offline === this.offline) return;
    this.paused = paused;
    this.offline = offline;
    this.dispatchEvent(new Event('change'));
  }
}
