"""How is a note kept while it is still being written? Streamlit hands a text over when its box is left, and no sooner.

A note typed in a meeting must not be lost with the connection or a reload, so a pause in the typing presses Ctrl+Enter,
which is Streamlit's own way to hand a text over; so does turning away from the page.
"""

import streamlit as st

SCRIPT = """
export default function () {
  const boxes = '[class*="st-key-review_private_"] textarea, [class*="st-key-review_shared_"] textarea';
  const pause = 1200;
  let timer, written;
  const handOver = () => {
    clearTimeout(timer);
    written?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
    written = undefined;
  };
  const onInput = (event) => {
    if (!event.target.matches?.(boxes)) return;
    clearTimeout(timer);
    written = event.target;
    timer = setTimeout(handOver, pause);
  };
  document.addEventListener("input", onInput);
  document.addEventListener("visibilitychange", handOver);
  window.addEventListener("beforeunload", handOver);
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
