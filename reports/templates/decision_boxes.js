// The boxes in which findings are decided: what stands in them, and what they show of it.
const decisionBoxes = (() => {
  const { FIELDS: KEPT, scalar } = ledgerText;
  const CHOSEN = ["decision", "reason", "until"];
  const boxes = [...document.querySelectorAll("fieldset.decision")];
  const ticks = [...document.querySelectorAll("[data-every]")];

  const input = (box, field) => box.querySelector(`[data-field=${field}]`);
  const value = (box, field) => input(box, field).value.trim();
  const isChanged = (box) => CHOSEN.some((field) => value(box, field) !== box.dataset[field]);
  const under = (tick) => [...tick.closest("article").querySelectorAll("fieldset.decision")];

  function show(box) {
    const decision = value(box, "decision");
    box.classList.toggle("made", Boolean(decision));
    box.querySelector(".why").hidden = !decision;
    box.querySelector(".until").hidden = decision !== "豁免";
  }

  function put(box, entry) {
    for (const field of KEPT) box.dataset[field] = entry[field];
    for (const field of CHOSEN) input(box, field).value = entry[field];
    show(box);
  }

  function decideAll(tick) {
    const heading = tick.closest("article").querySelector("h3").textContent;
    const reason = heading.replace(/^请核对(.*?)。?$/, "已核对$1");
    for (const box of under(tick)) {
      input(box, "decision").value = tick.checked ? "符合" : "";
      if (tick.checked && !value(box, "reason")) input(box, "reason").value = reason;
      if (!tick.checked && value(box, "reason") === reason) input(box, "reason").value = "";
      show(box);
    }
  }

  // Show how many are decided, each open item's tick with them; `words` says it of the two numbers.
  function count(words) {
    const made = boxes.filter((box) => value(box, "decision")).length;
    document.getElementById("decided-count").textContent = words(made, boxes.length);
    for (const tick of ticks) tick.checked = under(tick).every((box) => value(box, "decision") === "符合");
  }

  // A decided box without the reason that its decision needs: the field, and what to say.
  function unreasoned(box) {
    const decision = value(box, "decision");
    if (!decision || decision === "不符合" || value(box, "reason")) return null;
    return [input(box, "reason"), `决定为“${decision}”的，请填写理由。`];
  }

  function reach(field) {
    for (let box = field; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") box.open = true;
      if (box.hidden) box.hidden = false;
    }
    field.focus();
  }

  // Uncover the boxes with what is decided already, and call `changed` when any is altered.
  function start(changed) {
    for (const box of boxes) {
      box.hidden = false;
      put(box, Object.fromEntries(KEPT.map((field) => [field, scalar(box.dataset[field], 0)])));
    }
    for (const tick of ticks) tick.closest(".every").hidden = false;
    document.addEventListener("input", (event) => {
      const box = event.target.closest("fieldset.decision");
      if (event.target.matches("[data-every]")) decideAll(event.target);
      else if (box) show(box);
      else return;
      changed();
    });
  }

  return { CHOSEN, boxes, input, value, isChanged, put, count, unreasoned, reach, start };
})();
