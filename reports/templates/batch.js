"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const rows = [...document.querySelectorAll(".ranking tbody tr")];
  const texts = rows.map((row) => row.children[1].textContent.toLowerCase());
  const choices = [...form.querySelectorAll("select[data-key]")];
  const query = document.getElementById("query");
  const rule = document.getElementById("rule");
  const code = document.getElementById("code");
  const rules = [...rule.options].slice(1);
  let kept = rows;

  function filter() {
    const words = query.value.toLowerCase().split(/\s+/);
    const chosen = choices.filter((one) => one.value);
    kept = rows.filter(
      (row, at) =>
        chosen.every((one) => row.dataset[one.dataset.key] === one.value) &&
        (!rule.value || code.value.includes(row.dataset.codes[rule.value])) &&
        words.every((word) => texts[at].includes(word)),
    );
    const shown = new Set(kept);
    for (const row of rows) row.hidden = !shown.has(row);
    document.getElementById("shown").value =
      kept.length === rows.length ? "" : `显示 ${kept.length} / ${rows.length}`;
    draw();
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll(".only")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      form.reset();
      rule.value = rules.find((one) => one.dataset.rule === button.dataset.rule).value;
      code.selectedIndex = 0;
      filter();
      document.getElementById("ranking").scrollIntoView();
      rule.focus();
    });
  }

  const heat = document.getElementById("heat");
  const highest = 16000;
  let width = 9;
  let height = 0;

  function draw() {
    if (!heat) return;
    width = Math.max(9, Math.min(22, Math.floor(heat.parentElement.clientWidth / rules.length)));
    height = Math.max(1, Math.min(9, Math.floor(highest / Math.max(1, kept.length))));
    const colours = {};
    for (const one of document.querySelectorAll("#map .swatch")) {
      colours[one.dataset.code] = getComputedStyle(one).backgroundColor;
    }
    heat.width = rules.length * width;
    heat.height = Math.min(highest, kept.length * height);
    const canvas = heat.getContext("2d");
    const gap = height > 3 ? 1 : 0;
    kept.forEach((row, at) => {
      [...row.dataset.codes].forEach((letter, column) => {
        if (!(letter in colours)) return;
        canvas.fillStyle = colours[letter];
        canvas.fillRect(column * width, at * height, width - 1, height - gap);
      });
    });
  }

  function under(event) {
    const box = heat.getBoundingClientRect();
    const row = kept[Math.floor((event.clientY - box.top) / height)];
    const column = Math.floor((event.clientX - box.left) / width);
    return row && rules[column] ? { row, column } : null;
  }

  if (heat) {
    const pointed = document.getElementById("pointed");
    const swatches = [...document.querySelectorAll("#map .swatch")];
    heat.addEventListener("mousemove", (event) => {
      const at = under(event);
      if (!at) return;
      const letter = at.row.dataset.codes[at.column];
      const swatch = swatches.find((one) => one.dataset.code === letter);
      const word = swatch ? swatch.nextSibling.textContent.trim().split(" ")[0] : "符合或不适用";
      pointed.textContent = `${at.row.children[1].firstChild.textContent}：${rules[at.column].textContent}（${word}）`;
    });
    heat.addEventListener("click", (event) => {
      const link = under(event)?.row.querySelector("a");
      if (link) location.href = link.href;
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    draw();
  }
})();
