// @ts-check
/** Looks again and again while its element is on the page and somebody can see it; at once when they come back. */
export class Poll {
  #timer = 0;
  #seen = () => void (document.hidden || this.now());

  /** @param {import('lit').ReactiveControllerHost & HTMLElement} host @param {number} everyMs @param {() => Promise<void>} look fails never */
  constructor(host, everyMs, look) {
    this.host = host;
    this.everyMs = everyMs;
    this.look = look;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#seen);
    void this.now();
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#seen);
    clearTimeout(this.#timer);
  }

  async now() {
    clearTimeout(this.#timer);
    if (!document.hidden) await this.look();
    clearTimeout(this.#timer);
    if (this.host.isConnected) this.#timer = setTimeout(() => this.now(), this.everyMs);
  }
}
