"use strict";

// Comes before the terminal's own script (textual.js), which looks for #terminal when
// the page is loaded, and connects it.
(() => {
  const ENDS = { 4000: "over", 4001: "full", 4002: "broke" };
  const PATIENCE = 20000; // milliseconds until a visit that shows nothing has failed
  const SWIPED = 24; // pixels of a swipe for each line that is scrolled

  const terminal = document.getElementById("terminal");
  const keyboard = document.getElementById("keyboard");
  const leave = document.getElementById("leave");
  let socket = null;
  let isOver = false;

  const hasBegun = () => document.body.classList.contains("-first-byte");
  const typing = () => terminal.querySelector(".xterm-helper-textarea");

  // Takes all of the visit off the page at once, and then lets go of the page itself.
  function finish(end) {
    if (isOver) return;
    isOver = true;
    for (const part of document.querySelectorAll("#visit, #buttons")) part.remove();
    document.getElementById(end).hidden = false;
    document.body.classList.remove("-first-byte");
    if (socket) socket.close();
    if (end === "lost") return;
    // Without a server, the words that stand here are better than a browser's own.
    fetch(end, { method: "HEAD" }).then(
      () => location.replace(end),
      () => {},
    );
  }

  // The terminal takes orders from its address; ours come from the server alone.
  if (location.search || location.hash) {
    history.replaceState(null, "", location.pathname);
  }
  terminal.dataset.sessionWebsocketUrl = new URL("visit", location.href).href.replace(
    /^http/,
    "ws",
  );
  // At least 40 columns, and letters as large as that allows.
  terminal.dataset.fontSize = Math.min(20, Math.floor(window.innerWidth / 24.5));

  keyboard.hidden = !window.matchMedia("(pointer: coarse)").matches;

  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      socket = this;
      this.addEventListener("open", begin);
      this.addEventListener("close", (event) => finish(ENDS[event.code] || "lost"));
    }

    // The terminal speaks too soon, and would stop at the error.
    send(said) {
      if (this.readyState === WebSocket.OPEN) super.send(said);
    }
  };
  window.open = () => null; // nothing leads away from here

  // The terminal fits itself to its place when the window changes; its place may, too.
  new ResizeObserver(() => window.dispatchEvent(new Event("resize"))).observe(terminal);

  window.addEventListener("error", () => hasBegun() || finish("broke"));
  setTimeout(() => hasBegun() || finish("broke"), PATIENCE);

  function begin() {
    if (isOver) return;
    // A keyboard on the screen would cover the questions at every touch.
    if (!keyboard.hidden) typing().inputMode = "none";
    typing().focus();
  }

  keyboard.addEventListener("click", () => {
    const isShown = typing().inputMode !== "none";
    typing().blur();
    typing().inputMode = isShown ? "none" : "text";
    typing().focus();
  });

  // A click on the words around the terminal would take the keyboard from it: the next
  // key, if it is not a letter, would be the browser's, and F1 opens another page there.
  window.addEventListener("mousedown", (event) => isOver || event.preventDefault(), true);

  // Leaving

  leave.addEventListener("click", () => finish("over"));
  window.addEventListener("keydown", onKey, true);

  function onKey(event) {
    if (isOver) return;
    if (event.ctrlKey && event.key.toLowerCase() === "x") {
      event.preventDefault();
      event.stopImmediatePropagation();
      finish("over");
    } else if (document.activeElement === document.body) {
      typing()?.focus();
    }
  }

  // A page that the browser keeps for "back" would bring answers back with it.
  window.addEventListener("pagehide", () => finish("over"));
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());

  // What the next person could find

  for (const way of ["copy", "cut", "contextmenu", "dragstart"]) {
    window.addEventListener(way, (event) => event.preventDefault(), true);
  }

  // A swipe scrolls, as a wheel does: the terminal knows only wheels, and keeps touches
  // from whoever listens after it.

  const FIRST = { capture: true, passive: true };
  let from = 0;
  terminal.addEventListener("touchstart", (event) => (from = event.touches[0].clientY), FIRST);
  terminal.addEventListener("touchmove", onSwipe, FIRST);

  function onSwipe(event) {
    const { clientX, clientY } = event.touches[0];
    const deltaY = Math.sign(from - clientY);
    for (; Math.abs(from - clientY) >= SWIPED; from -= deltaY * SWIPED) {
      const deltaMode = WheelEvent.DOM_DELTA_LINE;
      const place = { clientX, clientY, bubbles: true, cancelable: true };
      event.target.dispatchEvent(
        new WheelEvent("wheel", { deltaY, deltaMode, ...place }),
      );
    }
  }
})();
