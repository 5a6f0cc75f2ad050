"use strict";
(() => {
  const data = document.getElementById("reports");
  if (!data) return;
  const names = data.dataset.names.split(" ");
  const reports = JSON.parse(data.textContent).map((values) =>
    Object.fromEntries(names.map((name, at) => [name, values[at]])),
  );
  const size = Number(data.dataset.shown);
  const form = document.getElementById("filter");
  const choices = [...form.querySelectorAll("select[data-key]")];
  const query = document.getElementById("query");
  const rule = document.getElementById("rule");
  const code = document.getElementById("code");
  const rules = [...rule.options].slice(1);
  const body = document.querySelector(".ranking tbody");
  const pattern = body.rows[0].cloneNode(true);
  const pages = document.getElementById("pages");
  const [before, after] = pages.querySelectorAll("button");
  let kept = reports;
  let first = 0;

  function words(one) {
    one.words ??= `${one.body} ${one.region} ${one.kind} ${one.file}`.toLowerCase();
    return one.words;
  }

  function filter() {
    const sought = query.value.toLowerCase().split(/\s+/);
    const chosen = choices.filter((one) => one.value);
    kept = reports.filter(
      (report) =>
        chosen.every((one) => report[one.dataset.key] === one.value) &&
        (!rule.value || code.value.includes(report.codes[rule.value] ?? ".")) &&
        sought.every((word) => words(report).includes(word)),
    );
    document.getElementById("shown").value =
      kept.length === reports.length ? "" : `符合条件的 ${kept.length} / ${reports.length}`;
    show(0);
    draw();
  }

  function show(from) {
    first = from;
    body.replaceChildren(...kept.slice(first, first + size).map(line));
    const last = Math.min(first + size, kept.length);
    document.getElementById("part").value = `第 ${first + 1}—${last} 份，共 ${kept.length} 份`;
    pages.hidden = kept.length <= size;
    before.disabled = first === 0;
    after.disabled = last === kept.length;
  }

  function line(one) {
    const row = pattern.cloneNode(true);
    const [rank, who, verdict, points, bar, critical, major, minor, doubts, day] = row.cells;
    const sub = who.lastElementChild;
    sub.textContent = `${one.region} · ${one.kind} · ${one.file}`;
    who.replaceChildren(called(one), sub);
    verdict.className = one.tone;
    verdict.firstElementChild.textContent = one.verdict;
    const [, possible, confirmed] = bar.firstElementChild.children;
    possible.setAttribute("x", one.confirmed);
    possible.setAttribute("width", one.undecided);
    confirmed.setAttribute("width", one.confirmed);
    rank.textContent = one.rank;
    points.textContent = one.points;
    critical.textContent = one.critical || "";
    major.textContent = one.major || "";
    minor.textContent = one.minor || "";
    doubts.textContent = one.doubts || "";
    day.textContent = one.punctuality;
    return row;
  }

  function called(one) {
    if (!one.page) return one.body;
    const link = document.createElement("a");
    link.href = one.page;
    link.textContent = one.body;
    return link;
  }

  function turn(step) {
    show(first + step);
    document.getElementById("ranking").scrollIntoView();
  }

  document.getElementById("rest")?.remove();
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  before.addEventListener("click", () => turn(-size));
  after.addEventListener("click", () => turn(size));
  for (const button of document.querySelectorAll(".only")) {
    const { rule: id, timing } = button.dataset;
    button.hidden = false;
    button.addEventListener("click", () => {
      form.reset();
      const choice = id ? rule : choices.find((one) => one.dataset.key === "timing");
      choice.value = id ? rules.find((one) => one.dataset.rule === id).value : timing;
      filter();
      document.getElementById("ranking").scrollIntoView();
      choice.focus();
    });
  }

  const heat = document.getElementById("heat");
  const highest = 16000;
  let width = 9;
  let height = 0;
  let seen = false;
  let painted = true;

  function draw() {
    if (!heat) return;
    width = Math.max(9, Math.min(22, Math.floor(heat.parentElement.clientWidth / rules.length)));
    height = Math.max(1, Math.min(9, Math.floor(highest / Math.max(1, kept.length))));
    heat.width = rules.length * width;
    heat.height = Math.min(highest, kept.length * height);
    painted = false;
    paint();
  }

  function paint() {
    if (painted || !seen) return;
    const colours = {};
    for (const one of document.querySelectorAll("#map .swatch")) {
      colours[one.dataset.code] = getComputedStyle(one).backgroundColor;
    }
    const canvas = heat.getContext("2d");
    const gap = height > 3 ? 1 : 0;
    kept.forEach((report, at) => {
      [...report.codes].forEach((letter, column) => {
        if (!(letter in colours)) return;
        canvas.fillStyle = colours[letter];
        canvas.fillRect(column * width, at * height, width - 1, height - gap);
      });
    });
    painted = true;
  }

  function under(event) {
    const box = heat.getBoundingClientRect();
    const report = kept[Math.floor((event.clientY - box.top) / height)];
    const column = Math.floor((event.clientX - box.left) / width);
    return report && rules[column] ? { report, column } : null;
  }

  if (heat) {
    const pointed = document.getElementById("pointed");
    const swatches = [...document.querySelectorAll("#map .swatch")];
    heat.addEventListener("mousemove", (event) => {
      const at = under(event);
      if (!at) return;
      const swatch = swatches.find((one) => one.dataset.code === at.report.codes[at.column]);
      const word = swatch ? swatch.nextSibling.textContent.trim().split(" ")[0] : "符合或不适用";
      pointed.textContent = `${at.report.body}：${rules[at.column].textContent}（${word}）`;
    });
    heat.addEventListener("click", (event) => {
      const page = under(event)?.report.page;
      if (page) location.href = page;
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    new IntersectionObserver(([one]) => {
      seen = one.isIntersecting;
      paint();
    }).observe(heat);
    draw();
  }
  show(0);
})();
