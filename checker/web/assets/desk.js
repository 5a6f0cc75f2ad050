// The desk: it follows what is being judged; many files are sent a few at a time.
(() => {
  const again = () => {
    if (document.activeElement === document.body) location.reload();
    else setTimeout(again, 3000);
  };
  if (document.querySelector("[data-running]")) setTimeout(again, 3000);

  const folder = document.querySelector("[data-folder]");
  if (!folder) return;
  const { form } = folder;
  const files = document.getElementById("files");
  const busy = form.querySelector("[data-busy]");
  const READ = /\.(html?|mht|mhtml|txt|md|docx|pdf|zip)$/i;
  const PART = 20, BYTES = 32 * 1024 * 1024;
  files.required = false;

  function parts(every) {
    const found = [];
    let size = Infinity;
    for (const one of every) {
      size += one.size;
      if (size > BYTES || found.at(-1)?.length >= PART) {
        found.push([]);
        size = one.size;
      }
      found.at(-1).push(one);
    }
    return found;
  }

  async function send(every) {
    let done = 0;
    for (const part of parts(every)) {
      busy.textContent = `正在上传 ${done} / ${every.length}……`;
      const body = new FormData();
      for (const one of part) body.append("files", one, one.name);
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
      if (answer.type !== "opaqueredirect") throw new Error((await answer.json()).error);
      done += part.length;
    }
    location.assign("/desk");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const own = (one) => READ.test(one.name) && !one.name.includes(".govcheck.");
    const every = [...files.files, ...[...folder.files].filter(own)];
    if (every.length) send(every).catch((error) => { busy.textContent = `没有全部上传：${error.message}`; });
    else busy.textContent = "请选择报告。";
  });
})();
