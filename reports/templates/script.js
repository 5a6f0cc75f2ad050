"use strict";
(() => {
  const form = document.getElementById("filter");
  const cards = [...document.querySelectorAll("#findings > .cards > li")];

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let box = target; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") box.open = true;
      if (cards.includes(box) && box.hidden) form.reset();
    }
    if (target) target.scrollIntoView();
  }

  function filter() {
    const words = document.getElementById("query").value.toLowerCase().split(/\s+/);
    const choices = [...form.querySelectorAll("select")].filter((one) => one.value);
    let shown = 0;
    for (const item of cards) {
      const card = item.firstElementChild;
      const text = item.textContent.toLowerCase();
      const kept =
        choices.every((one) => card.dataset[one.dataset.key] === one.value) &&
        words.every((word) => text.includes(word));
      item.hidden = !kept;
      shown += kept ? 1 : 0;
    }
    document.getElementById("shown").value =
      shown === cards.length ? "" : `显示 ${shown} / ${cards.length}`;
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const box of opened) box.open = true;
  });
  addEventListener("afterprint", () => {
    for (const box of opened) box.open = false;
  });
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();
})();
