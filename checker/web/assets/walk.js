// From finding to finding, by key or button; the document beside them follows.
(() => {
  const review = document.querySelector("[data-review]");
  if (!review) return;
  const bar = document.getElementById("decide");
  const every = [...review.querySelectorAll("#findings > .cards article, #open > .cards article")];
  let here = -1;

  function walk(by) {
    const seen = every.filter((one) => !one.closest("[hidden]"));
    if (!seen.length) return;
    const now = seen.indexOf(every[here]);
    const next = seen[Math.min(seen.length - 1, Math.max(0, now + by))];
    every[here]?.classList.remove("here");
    here = every.indexOf(next);
    next.classList.add("here");
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
    const place = next.querySelector('a[href^="#e"]');
    const mark = place && document.getElementById(place.hash.slice(1));
    const pane = mark?.closest(".shown");
    if (pane && getComputedStyle(pane).overflowY === "auto") {
      const top = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += top - pane.clientHeight / 3;
    }
  }

  bar.hidden = false;
  if (every.length) {
    for (const button of bar.querySelectorAll("[data-walk]")) {
      button.addEventListener("click", () => walk(Number(button.dataset.walk)));
    }
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest?.("input, select, textarea")) return;
      if (event.key === "n") walk(1);
      if (event.key === "p") walk(-1);
    });
  } else {
    bar.querySelector(".walk").hidden = true;
  }
})();
