// Deciding on a report's page: what was chosen is kept by the server, and the page written anew.
(() => {
  const bar = document.getElementById("decide");
  const said = document.getElementById("decide-said");
  if (!bar || !said) return;
  const person = document.getElementById("person");
  const boxes = [...document.querySelectorAll("fieldset.decision")];
  const FIELDS = ["decision", "reason", "until"];
  const KEPT = "govcheck-person";
  let sending = false;

  const input = (box, field) => box.querySelector(`[data-field=${field}]`);
  const value = (box, field) => input(box, field).value.trim();
  const plain = (written) => ledgerText.scalar(written, 0);
  const isChanged = (box) => FIELDS.some((one) => value(box, one) !== plain(box.dataset[one]));
  const rules = (tick) => [...tick.closest("article").querySelectorAll("fieldset.decision")];

  function say(words, kind) {
    said.textContent = words;
    said.className = kind;
  }

  function show(box) {
    const decision = value(box, "decision");
    box.classList.toggle("made", Boolean(decision));
    box.querySelector(".why").hidden = !decision;
    box.querySelector(".until").hidden = decision !== "豁免";
  }

  function count() {
    const made = boxes.filter((box) => value(box, "decision")).length;
    const changed = boxes.filter(isChanged).length;
    const left = changed ? `，${changed} 项未保存` : "";
    document.getElementById("decided-count").textContent = `${made} / ${boxes.length} 项${left}`;
    for (const tick of document.querySelectorAll("[data-every]")) {
      tick.checked = rules(tick).every((box) => value(box, "decision") === "符合");
    }
  }

  function decideAll(tick) {
    const heading = tick.closest("article").querySelector("h3").textContent;
    const reason = heading.replace(/^请核对(.*?)。?$/, "已核对$1");
    for (const box of rules(tick)) {
      input(box, "decision").value = tick.checked ? "符合" : "";
      if (tick.checked && !value(box, "reason")) input(box, "reason").value = reason;
      if (!tick.checked && value(box, "reason") === reason) input(box, "reason").value = "";
      show(box);
    }
  }

  function reach(field) {
    for (let box = field; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") box.open = true;
      if (box.hidden) box.hidden = false;
    }
    field.focus();
  }

  function fault(changed) {
    if (!changed.length) return [boxes[0] && input(boxes[0], "decision"), "没有新的决定。"];
    if (!person.value.trim()) return [person, "请填写核验人。"];
    for (const box of changed) {
      const decision = value(box, "decision");
      if (decision && decision !== "不符合" && !value(box, "reason")) {
        return [input(box, "reason"), `决定为“${decision}”的，请填写理由。`];
      }
    }
    return null;
  }

  async function send() {
    const changed = boxes.filter(isChanged);
    const wrong = fault(changed);
    if (wrong) {
      say(wrong[1], "wrong");
      if (wrong[0]) reach(wrong[0]);
      return;
    }
    const choices = changed.map((box) => {
      const [decision, reason, until] = FIELDS.map((one) => value(box, one));
      return { key: box.dataset.key, decision, reason: decision ? reason : "", until: decision === "豁免" ? until : "" };
    });
    say("正在保存……", "");
    const answer = await fetch(`${document.querySelector("[data-review]").dataset.review}/decisions`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ person: person.value.trim(), choices }),
    });
    if (!answer.ok) {
      say((await answer.json().catch(() => ({ error: "没有保存" }))).error, "wrong");
      return;
    }
    try { localStorage.setItem(KEPT, person.value.trim()); } catch { /* a browser that keeps nothing */ }
    sending = true;
    location.reload();
  }

  for (const box of boxes) {
    box.hidden = false;
    for (const field of FIELDS) input(box, field).value = plain(box.dataset[field]);
    show(box);
  }
  for (const tick of document.querySelectorAll("[data-every]")) tick.closest(".every").hidden = false;
  try { person.value = localStorage.getItem(KEPT) || ""; } catch { /* the same */ }
  count();
  document.addEventListener("input", (event) => {
    const box = event.target.closest("fieldset.decision");
    if (event.target.matches("[data-every]")) decideAll(event.target);
    else if (box) show(box);
    else return;
    say("", "");
    count();
  });
  bar.addEventListener("submit", (event) => {
    event.preventDefault();
    send().catch(() => say("没有保存：连不上 govcheck。", "wrong"));
  });
  addEventListener("beforeunload", (event) => {
    if (!sending && boxes.some(isChanged)) event.preventDefault();
  });
})();
