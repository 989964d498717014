"""How is a note kept while it is still being written? Streamlit hands a text over when its box is left, and no sooner.

A note typed in a meeting must not be lost with the connection or a reload, so a pause in the typing presses Ctrl+Enter,
which is Streamlit's own way to hand a text over; so does turning away from the page.
"""

import streamlit as st

SCRIPT = """
export default function () {
  const boxes = '[class*="st-key-review_private_"] textarea, [class*="st-key-review_shared_"] textarea';
  const pause = 1200;
  const app = document.querySelector('[data-testid="stApp"]');
  const away = () => (app?.dataset.testConnectionState ?? "CONNECTED") !== "CONNECTED";
  // While the connection is lost Streamlit takes a text but cannot send it, and does not send it later by itself: a
  // space at its end makes it new, so that it is handed over again.
  const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
  const touch = (box) => {
    value.set.call(box, `${box.value} `);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  let timer;
  const handOver = () => {
    clearTimeout(timer);
    for (const box of document.querySelectorAll(boxes)) {
      if (box.dataset.written === undefined) continue;
      if (box.disabled || away()) {
        box.dataset.written = "away";
        timer = setTimeout(handOver, pause);
        continue;
      }
      if (box.dataset.written === "away") {
        touch(box);
        continue;
      }
      delete box.dataset.written;
      // A key that is never let go would stay pressed for the page, and no key of its buttons would be heard again.
      for (const way of ["keydown", "keyup"]) {
        box.dispatchEvent(new KeyboardEvent(way, { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true }));
      }
    }
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(handOver, pause);
  };
  const onInput = (event) => {
    if (!event.target.matches?.(boxes)) return;
    event.target.dataset.written = "";
    wait();
  };
  document.addEventListener("input", onInput);
  document.addEventListener("visibilitychange", handOver);
  window.addEventListener("beforeunload", handOver);
  wait();
  return () => {
    clearTimeout(timer);
    document.removeEventListener("input", onInput);
    document.removeEventListener("visibilitychange", handOver);
    window.removeEventListener("beforeunload", handOver);
  };
}
"""

_PAUSE = st.components.v2.component("review_pause", js=SCRIPT)


def keep_while_written() -> None:
    """Hand a note over after a pause in the typing, and when the page is left."""
    _PAUSE(key="review_pause")
