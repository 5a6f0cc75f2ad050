// Deciding on a report's page: what was chosen is kept by the server, and the page written anew.
(() => {
  const bar = document.getElementById("decide");
  const said = document.getElementById("decide-said");
  if (!bar || !said) return;
  const person = document.getElementById("person");
  const { CHOSEN, boxes, input, value, isChanged, unreasoned, reach } = decisionBoxes;
  const KEPT = "govcheck-person";
  let sending = false;

  function say(words, kind) {
    said.textContent = words;
    said.className = kind;
  }

  function count() {
    const changed = boxes.filter(isChanged).length;
    const left = changed ? `，${changed} 项未保存` : "";
    decisionBoxes.count((made, all) => `${made} / ${all} 项${left}`);
  }

  function fault(changed) {
    if (!changed.length) return [boxes[0] && input(boxes[0], "decision"), "没有新的决定。"];
    if (!person.value.trim()) return [person, "请填写核验人。"];
    return changed.map(unreasoned).find(Boolean);
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
      const [decision, reason, until] = CHOSEN.map((one) => value(box, one));
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

  decisionBoxes.start(() => {
    say("", "");
    count();
  });
  try { person.value = localStorage.getItem(KEPT) || ""; } catch { /* the same */ }
  count();
  bar.addEventListener("submit", (event) => {
    event.preventDefault();
    send().catch(() => say("没有保存：连不上 govcheck。", "wrong"));
  });
  addEventListener("beforeunload", (event) => {
    if (!sending && boxes.some(isChanged)) event.preventDefault();
  });
})();
