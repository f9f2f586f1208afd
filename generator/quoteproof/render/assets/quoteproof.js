/* Quoteproof: a popover on every mark of a citation, the way to a passage and back, and copying.
 *
 * Without this script each mark is a plain link to its footnote, and nothing is lost but comfort.
 * It has no words of its own (they stand in #quoteproof-words on the page), shows nothing but
 * clones of what the page has, asks no host for anything, and sets no style but the popover's place.
 */
(() => {
  "use strict";

  const MARKS = "a.footnote-ref, a.passage-number";
  const TO_PASSAGE = /#p-[0-9a-f]{8}(-\d+)?$/;
  const OPEN_AFTER = 120; // ms: a pointer that only crosses a mark opens nothing
  const CLOSE_AFTER = 300; // ms: time enough to cross the gap between mark and popover
  const GAP = 6; // px between mark and popover
  const EDGE = 8; // px between popover and the edge of the window
  const TOLD_FOR = 4000; // ms that a message stays to be seen
  const TRIP = "quoteproof"; // the key under which the way back is kept

  let words = {};

  const byId = (id) => document.getElementById(id);
  const targetOf = (link) => byId(decoded(link.hash));
  const closest = (node, selector) => (node instanceof Element ? node.closest(selector) : null);
  const tidy = (node) => node.textContent.replace(/\s+/g, " ").trim();
  // With a key held down, or another button, a click is the browser's: a new tab, a download.
  const plain = (e) => !(e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey);

  function decoded(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return "";
    }
  }

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /** A copy of a node without the parts that match, and without ids, which a page has only once. */
  function clone(node, without) {
    const copy = node.cloneNode(true);
    for (const part of copy.querySelectorAll(without)) part.remove();
    for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
    const last = copy.lastElementChild?.lastChild;
    if (last?.nodeType === Node.TEXT_NODE && !last.data.trim()) last.remove(); // a line of its own
    return copy;
  }

  /* ---- The popover: one at a time, right after its mark, so that Tab leads into it ---- */

  const note = make("div", { id: "qp-note", class: "qp-note" });
  const close = make("button", { type: "button", class: "qp-close", tabindex: "-1" }, "×");
  const box = make("div", { class: "qp-popover", role: "group", popover: "manual" }, close, note);
  let mark = null; // the mark whose popover is open
  let pinned = false; // opened by click or tap: stays until dismissed
  let wanted = null; // the mark that the pointer is on, or in whose popover it is
  let quiet = false; // focus is being returned to a mark, which must not open it again
  let timer = 0;

  function open(on) {
    clearTimeout(timer);
    if (mark === on) return true;
    const item = closest(targetOf(on), "li");
    if (!item) return false;
    shut();
    mark = on;
    const passage = on.matches(".passage-number");
    const name = passage ? words.passage : `${words.note} ${tidy(on)}`;
    note.replaceChildren(...clone(item, ".footnote-backref").childNodes);
    box.setAttribute("aria-label", name);
    box.lang = document.documentElement.lang;
    box.dir = document.body.dir || document.documentElement.dir || "ltr";
    (on.closest("sup") ?? on).after(box);
    box.showPopover?.(); // above all else, and cut off by no box that scrolls
    on.setAttribute("aria-describedby", note.id);
    if (passage) light(item.querySelector(".passage-entry").id.replace(/_cited$/, ""), "qp-shown");
    place();
    return true;
  }

  function shut() {
    if (wanted === mark) clearTimeout(timer); // another mark, which the pointer is on, still opens
    if (!mark) return;
    if (box.contains(document.activeElement)) focusQuietly(mark);
    mark.removeAttribute("aria-describedby");
    light("", "qp-shown");
    box.remove();
    mark = null;
    pinned = false;
  }

  function focusQuietly(element) {
    quiet = true;
    element.focus({ preventScroll: true });
    quiet = false;
  }

  /** Below the mark or above it, where there is more room: never on it, never out of the window. */
  function place(event) {
    if (!mark || (event && box.contains(event.target))) return;
    const at = mark.getBoundingClientRect();
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    if (event && (at.bottom < 0 || at.top > height)) return shut();
    const natural = box.scrollHeight + box.offsetHeight - box.clientHeight;
    const above = at.top - GAP - EDGE;
    const below = height - at.bottom - GAP - EDGE;
    const down = natural <= below || below >= above;
    box.style.maxHeight = `${Math.max(0, down ? below : above)}px`;
    const left = at.left + (at.width - box.offsetWidth) / 2;
    box.style.left = `${Math.max(EDGE, Math.min(left, width - EDGE - box.offsetWidth))}px`;
    box.style.top = `${down ? at.bottom + GAP : at.top - GAP - box.offsetHeight}px`;
  }

  function onPointerOver(event) {
    if (event.pointerType === "touch") return;
    const inside = mark && closest(event.target, ".qp-popover") === box;
    const over = inside ? mark : closest(event.target, MARKS);
    if (over === wanted) return;
    wanted = over;
    clearTimeout(timer);
    if (over) timer = setTimeout(() => box.querySelector(":focus-visible") || open(over), OPEN_AFTER);
    else timer = setTimeout(() => pinned || holdsFocus() || shut(), CLOSE_AFTER);
  }

  const holdsFocus = () =>
    mark && (mark === document.activeElement || box.contains(document.activeElement));

  function onFocusIn(event) {
    if (quiet || box.contains(event.target)) return;
    const on = closest(event.target, MARKS);
    if (on) open(on);
    else shut();
  }

  function onClick(event) {
    if (!plain(event)) return;
    const target = event.target;
    const on = closest(target, MARKS);
    const button = closest(target, ".qp-copy button");
    const link = closest(target, "a[href]");
    if (on) {
      if (mark === on && pinned) shut();
      else if (open(on)) pinned = true;
      else return;
      event.preventDefault();
      if (event.detail === 0) box.querySelector("a")?.focus(); // Enter: into the popover
    } else if (target === close) shut();
    else if (button) copy(button);
    else if (link && TO_PASSAGE.test(link.hash)) leave(link);
    else if (!box.contains(target)) shut();
  }

  function onKeyDown(event) {
    if (event.key !== "Escape" || !mark) return;
    const on = mark;
    shut();
    if (document.activeElement === document.body) focusQuietly(on);
  }

  /* ---- To a passage, and back to the statement ---- */

  const back = make("a", { class: "qp-back" });

  /** Marks every part of a passage: where others overlap it, it is cut into several. */
  function light(id, name) {
    for (const part of document.querySelectorAll(`.${name}`)) part.classList.remove(name);
    const parts = id ? document.querySelectorAll(`mark[id="${id}"], mark[data-of="${id}"]`) : [];
    for (const part of parts) part.classList.add(name);
    return parts;
  }

  /** Keeps where the reader was, for the page of the source, and for the browser's own way back. */
  function leave(link) {
    const item = closest(link, ".footnote li");
    const mine = box.contains(link) ? mark : item?.querySelector(".footnote-backref");
    const place = mine?.matches(".footnote-backref")
      ? decoded(mine.hash)
      : closest(mine ?? link, "sup[id]")?.id ||
        closest(link, "li, tr, p")?.querySelector("[id]:not(.qp-note)")?.id;
    if (!place) return;
    try {
      history.replaceState(history.state, "", `#${place}`);
      sessionStorage.setItem(TRIP, JSON.stringify({ to: link.href, from: location.href }));
    } catch {
      // No storage here: the list of who cites the passage leads back.
    }
  }

  /** Where the reader came from, kept with this entry of the history; undefined if not known. */
  function origin() {
    try {
      const trip = JSON.parse(sessionStorage.getItem(TRIP));
      if (trip?.to === location.href) {
        sessionStorage.removeItem(TRIP);
        history.replaceState({ ...history.state, [TRIP]: trip.from }, "");
      }
    } catch {
      // As above.
    }
    return history.state?.[TRIP];
  }

  function arrive() {
    shut();
    back.remove();
    const target = byId(decoded(location.hash));
    const parts = light(target?.matches("mark") ? target.id : "", "qp-arrived");
    if (!target) return;
    const from = parts.length ? origin() : undefined;
    if (from) {
      back.href = from;
      back.textContent = words.back;
      parts[parts.length - 1].after(back);
    }
    if (target.matches("sup")) focusQuietly(target.querySelector("a"));
    else if (target.matches("mark, .statement, .passage-entry")) {
      target.setAttribute("tabindex", "-1");
      target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
      focusQuietly(target);
    }
  }

  back.addEventListener("click", (event) => {
    if (!plain(event) || !history.state?.[TRIP]) return;
    event.preventDefault();
    history.back(); // to the very place, and without a new entry in the history
  });

  /* ---- Copying ---- */

  const status = make("div", { class: "qp-status", role: "status" });

  /** The published address where the site has one, so that a copy of it hands on the same link. */
  function address(href) {
    const canonical = document.querySelector('link[rel="canonical"]')?.href;
    return new URL(href, canonical || location.href.split("#")[0]).href;
  }

  /** A statement with the quotes that it rests on, or a passage: as text, with links that last. */
  function citation(id) {
    const subject = byId(id);
    if (subject.matches(".passage-entry")) {
      return `${tidy(clone(subject, "a"))}\n${words.source}. ${address(permalink(id))}`;
    }
    const lines = [tidy(subject)];
    for (const ref of subject.closest("li, tr, p").querySelectorAll("a.footnote-ref")) {
      const item = targetOf(ref);
      const passage = item?.querySelector(".where a");
      if (!passage) continue; // a note that quotes nothing
      const text = tidy(clone(item, ".footnote-backref, .normalised, .where"));
      lines.push(`${text} ${address(passage.getAttribute("href"))}`);
    }
    lines.push(`${document.title}. ${words.asOf}. ${address(permalink(id))}`);
    return lines.join("\n");
  }

  /** A passage's own place in the text where that is shown, else its entry in the list. */
  const permalink = (id) => {
    const passage = id.replace(/_cited$/, "");
    return byId(passage) ? `#${passage}` : `#${id}`;
  };

  async function copy(button) {
    const id = button.parentElement.dataset.for;
    const link = button.dataset.copy === "link";
    const text = link ? address(permalink(id)) : citation(id);
    const field = make("textarea", { class: "qp-field", readonly: "", "aria-label": words.copyByHand });
    field.value = text;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No clipboard for pages that came unencrypted: the old way, or by the reader's own hand.
      button.after(field);
      field.select();
      if (!document.execCommand("copy")) return byHand(button, field);
      field.remove();
      button.focus();
    }
    tell(link ? words.copiedLink : words.copiedCitation);
  }

  function byHand(button, field) {
    field.classList.add("qp-by-hand");
    field.addEventListener("keydown", (event) => event.key === "Escape" && button.focus());
    field.addEventListener("blur", () => field.remove());
    field.select();
    tell(words.copyByHand);
  }

  function tell(message) {
    status.textContent = message;
    setTimeout(() => (status.textContent = ""), TOLD_FOR);
  }

  function copyButtons() {
    const button = (what, name) =>
      make("button", { type: "button", "data-copy": what, "aria-label": name, title: name });
    const group = make("span", { class: "qp-copy" },
      button("link", words.copyLink), button("citation", words.copyCitation));
    const after = (element, id) => {
      const copy = group.cloneNode(true);
      copy.dataset.for = id;
      element.after(copy);
    };
    for (const link of document.querySelectorAll("a.permalink")) {
      after(link, decoded(link.hash));
      link.hidden = true; // the button does what it did
    }
    for (const entry of document.querySelectorAll(".passage-entry")) after(entry, entry.id);
  }

  /* ---- Begin ---- */

  const carrier = byId("quoteproof-words");
  if (!carrier) return; // not one of our pages
  words = carrier.dataset;
  close.setAttribute("aria-label", words.close);
  carrier.after(status);
  copyButtons();
  arrive();
  // The buttons moved what the browser had scrolled to; after "back" it has its own idea, and is right.
  if (performance.getEntriesByType("navigation")[0]?.type === "navigate") {
    byId(decoded(location.hash))?.scrollIntoView();
  }
  document.addEventListener("pointerover", onPointerOver);
  document.addEventListener("focusin", onFocusIn);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKeyDown);
  addEventListener("scroll", place, { capture: true, passive: true });
  addEventListener("resize", place);
  addEventListener("hashchange", arrive);
})();
