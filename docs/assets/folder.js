/* Quoteproof: lets the theme's search work in pages opened from a folder (file://).
 *
 * A browser starts no worker there, so the search's script runs in a hidden frame instead. Unlike
 * the `iframe-worker` that the theme offers for this, it writes no script into a page, which a
 * Content-Security-Policy would forbid. Over HTTP it does nothing.
 */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    #inside;
    #ready;

    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "search";
      document.body.append(frame);
      const inside = frame.contentWindow;
      // Without this some browsers replace the frame's document later, and what was put into it.
      inside.document.open();
      inside.document.write("<!doctype html><html><head></head><body></body></html>");
      inside.document.close();
      const load = (address) =>
        new Promise((resolve, reject) => {
          const script = inside.document.createElement("script");
          script.src = new URL(address, location.href);
          script.onload = resolve;
          script.onerror = reject;
          inside.document.head.append(script);
        });
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      // A promise where a worker would wait: the theme's search awaits it.
      inside.importScripts = async (...all) => {
        for (const one of all) await load(one);
      };
      this.#inside = inside;
      this.#ready = load(url);
    }

    postMessage(data) {
      this.#ready.then(() => this.#inside.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {
      this.#inside.frameElement.remove();
    }
  };
  window.IFrameWorker = window.Worker; // by this name the search knows where to load languages from
}
