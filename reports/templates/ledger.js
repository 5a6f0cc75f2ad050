// Deciding in the page: the controls, and the ledger that they give and take.
(() => {
  const bar = document.getElementById("ledger");
  if (!bar) return;
  const { NAMES, FIELDS, quoted, parsed } = ledgerText;
  const { boxes, input, value, isChanged, put, unreasoned, reach } = decisionBoxes;
  const said = document.getElementById("ledger-said");
  const person = document.getElementById("person");
  const day = document.getElementById("decided-on");
  const ledger = { head: bar.dataset.head, blocks: [] };
  let unsaved = false;

  function say(words, kind) {
    said.textContent = words;
    said.className = kind;
  }

  const count = () => decisionBoxes.count((made, all) => `已决定 ${made} / ${all} 项`);
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
      const lacking = unreasoned(box);
      if (lacking) return lacking;
      const until = value(box, "until");
      if (until && until < day.value) return [input(box, "until"), "有效期早于作出决定的日期。"];
    }
    return null;
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), `${now.getMonth() + 1}`.padStart(2, "0"), `${now.getDate()}`.padStart(2, "0")].join("-");
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

  decisionBoxes.start(() => {
    unsaved = true;
    say("", "");
    count();
  });
  bar.hidden = false;
  day.value = today();
  count();
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
