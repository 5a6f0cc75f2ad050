// Deciding in the page: the controls, and the ledger that they give and take.
(() => {
  const bar = document.getElementById("ledger");
  if (!bar) return;
  const { NAMES, FIELDS, quoted, scalar, parsed } = ledgerText;
  const said = document.getElementById("ledger-said");
  const person = document.getElementById("person");
  const day = document.getElementById("decided-on");
  const boxes = [...document.querySelectorAll("fieldset.decision")];
  const ledger = { head: bar.dataset.head, blocks: [] };
  let unsaved = false;

  const input = (box, field) => box.querySelector(`[data-field=${field}]`);
  const value = (box, field) => input(box, field).value.trim();

  function say(words, kind) {
    said.textContent = words;
    said.className = kind;
  }

  function put(box, entry) {
    for (const field of FIELDS) box.dataset[field] = entry[field];
    input(box, "decision").value = entry.decision;
    input(box, "reason").value = entry.reason;
    input(box, "until").value = entry.until;
    show(box);
  }

  function isChanged(box) {
    return ["decision", "reason", "until"].some((one) => value(box, one) !== box.dataset[one]);
  }

  function show(box) {
    const decision = value(box, "decision");
    box.classList.toggle("made", Boolean(decision));
    box.querySelector(".why").hidden = !decision;
    box.querySelector(".until").hidden = decision !== "豁免";
  }

  function count() {
    const made = boxes.filter((box) => value(box, "decision")).length;
    document.getElementById("decided-count").textContent = `已决定 ${made} / ${boxes.length} 项`;
    for (const tick of document.querySelectorAll("[data-every]")) {
      tick.checked = rules(tick).every((box) => value(box, "decision") === "符合");
    }
  }

  const rules = (tick) => [...tick.closest("article").querySelectorAll("fieldset.decision")];

  function decideAll(tick) {
    const reason = tick.closest("article").querySelector("h3").textContent.replace(/^请核对(.*?)。?$/, "已核对$1");
    for (const box of rules(tick)) {
      input(box, "decision").value = tick.checked ? "符合" : "";
      if (tick.checked && !value(box, "reason")) input(box, "reason").value = reason;
      if (!tick.checked && value(box, "reason") === reason) input(box, "reason").value = "";
      show(box);
    }
  }

  const keys = (box) => [box.dataset.key, box.dataset.former].filter(Boolean);

  function receive(text) {
    const read = parsed(text);
    const known = new Map(read.blocks.map((block) => [block.key, block]));
    let matched = 0;
    for (const box of boxes) {
      const block = keys(box).map((key) => known.get(key)).find(Boolean);
      if (!block) continue;
      matched += 1;
      put(box, block);
    }
    Object.assign(ledger, read, { head: read.head || bar.dataset.head });
    const others = read.blocks.length - matched;
    say(`已读入 ${read.blocks.length} 项，${matched} 项对应本页${others ? `，其余 ${others} 项原样保留` : ""}。`, "done");
    unsaved = false;
    count();
  }

  function entry(box) {
    const words = isChanged(box)
      ? { decision: value(box, "decision"), person: person.value.trim(), date: day.value, reason: value(box, "reason"), until: value(box, "until") }
      : box.dataset;
    return NAMES.reduce((text, name, at) => {
      const word = words[FIELDS[at]];
      if (!word || !words.decision) return text;
      const written = FIELDS[at] === "reason" || FIELDS[at] === "person" ? quoted(word) : word;
      return text.replace(`\n  ${name}:\n`, () => `\n  ${name}: ${written}\n`);
    }, box.dataset.entry);
  }

  function written() {
    const left = new Map(boxes.map((box) => [box, keys(box)]));
    const blocks = ledger.blocks.map((block) => {
      const box = boxes.find((one) => left.get(one)?.includes(block.key));
      if (!box) return block.raw;
      left.delete(box);
      return isChanged(box) ? `${entry(box)}\n` : block.raw;
    });
    const ended = (text) => (!text || text.endsWith("\n") ? text : `${text}\n`);
    const whole = [ledger.head, ...blocks].map(ended).join("");
    const added = [...left.keys()].map(entry).join("\n");
    return whole + (added && !/\n\r?\n$/.test(whole) ? "\n" : "") + added;
  }

  function fault() {
    const changed = boxes.filter((box) => value(box, "decision") && isChanged(box));
    if (changed.length && !person.value.trim()) return [person, "请填写核验人。"];
    if (changed.length && !day.value) return [day, "请填写日期。"];
    if (changed.length && day.value > today()) return [day, "日期还没有到。"];
    for (const box of changed) {
      const decision = value(box, "decision");
      if (decision !== "不符合" && !value(box, "reason")) return [input(box, "reason"), `决定为“${decision}”的，请填写理由。`];
      const until = value(box, "until");
      if (until && until < day.value) return [input(box, "until"), "有效期早于作出决定的日期。"];
    }
    return null;
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), `${now.getMonth() + 1}`.padStart(2, "0"), `${now.getDate()}`.padStart(2, "0")].join("-");
  }

  function reach(field) {
    for (let box = field; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") box.open = true;
      if (box.hidden) box.hidden = false;
    }
    field.focus();
  }

  function deliver() {
    const wrong = fault();
    if (wrong) {
      say(wrong[1], "wrong");
      reach(wrong[0]);
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([written()], { type: "text/yaml" }));
    link.download = bar.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    unsaved = false;
    say(`已导出 ${bar.dataset.name}；用这份台账重新检查后，分数和结论按决定计算。`, "done");
  }

  for (const box of boxes) {
    box.hidden = false;
    put(box, Object.fromEntries(FIELDS.map((field) => [field, scalar(box.dataset[field], 0)])));
  }
  for (const tick of document.querySelectorAll("[data-every]")) tick.closest(".every").hidden = false;
  bar.hidden = false;
  day.value = today();
  count();
  document.addEventListener("input", (event) => {
    const box = event.target.closest("fieldset.decision");
    if (event.target.matches("[data-every]")) decideAll(event.target);
    else if (box) show(box);
    else return;
    unsaved = true;
    say("", "");
    count();
  });
  document.getElementById("read-ledger").addEventListener("change", (event) => {
    const [file] = event.target.files;
    if (!file) return;
    file.text().then(receive).catch((error) => say(error.message, "wrong"));
    event.target.value = "";
  });
  bar.addEventListener("submit", (event) => {
    event.preventDefault();
    deliver();
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
})();
