// Handing in a file: dropped or chosen, sent at once; waiting for a long one; following a link.
(() => {
  for (const form of document.querySelectorAll("form[data-upload]")) {
    const drop = form.querySelector("[data-drop]");
    const file = drop.querySelector("input[type=file]");
    const over = (on) => (event) => {
      event.preventDefault();
      drop.classList.toggle("over", on);
    };
    drop.addEventListener("dragover", over(true));
    drop.addEventListener("dragleave", over(false));
    drop.addEventListener("drop", (event) => {
      over(false)(event);
      if (!event.dataTransfer.files.length) return;
      file.files = event.dataTransfer.files;
      form.requestSubmit();
    });
    form.addEventListener("submit", () => {
      form.querySelector("[data-busy]").hidden = false;
    });
  }
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => event.preventDefault());
  addEventListener("pageshow", () => {
    for (const busy of document.querySelectorAll("[data-busy]")) busy.hidden = true;
  });

  for (const button of document.querySelectorAll("[data-sure]")) {
    button.addEventListener("click", (event) => {
      if (!confirm(button.dataset.sure)) event.preventDefault();
    });
  }

  const enter = document.querySelector("form[data-enter]");
  if (enter) enter.submit();

  const waiting = document.querySelector("[data-waiting]");
  if (!waiting) return;
  const step = waiting.querySelector("[data-step]");
  const ask = async () => {
    try {
      const state = await (await fetch(waiting.dataset.waiting)).json();
      if (state.step === null) {
        location.reload();
        return;
      }
      if (step.textContent !== `${state.step}……`) step.textContent = `${state.step}……`;
    } catch {
      step.textContent = "连不上 govcheck，正在重试……";
    }
    setTimeout(ask, 700);
  };
  setTimeout(ask, 700);
})();
