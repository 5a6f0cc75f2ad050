// The ledger as a file: what of YAML a ledger holds, read and written.
const ledgerText = (() => {
  const NAMES = ["决定", "核验人", "日期", "理由", "有效期至"];
  const FIELDS = ["decision", "person", "date", "reason", "until"];
  const FORMER = { decision: "决定", person: "核验人", date: "日期", reason: "理由", expires: "有效期至" };
  const RULINGS = { accept: "不符合", waive: "豁免", override: "符合" };

  const blank = () => Object.fromEntries(FIELDS.map((field) => [field, ""]));

  // A scalar on one line, as a ledger writes it.
  function quoted(text) {
    const code = (one) => one.codePointAt(0).toString(16);
    return `"${text
      .replace(/[\\"]/g, "\\$&")
      .replace(/\p{Cs}/gu, "\ufffd")
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]/gu, (one) =>
        one > "\uffff" ? `\\U${code(one).padStart(8, "0")}` : `\\u${code(one).padStart(4, "0")}`)}"`;
  }

  function scalar(written, line) {
    const wrong = new Error(`台账第 ${line} 行的写法这里读不了：请把内容写在一行里，必要时加引号。没有读入任何内容。`);
    const comment = /^\s*(#.*)?$/;
    let found = /^"((?:[^"\\]|\\.)*)"(.*)$/.exec(written);
    if (found && comment.test(found[2])) {
      return found[1].replace(/\\(u[0-9a-f]{4}|U[0-9a-f]{8}|x[0-9a-f]{2}|.)/gi, (all, one) => {
        if (one.length > 1) return String.fromCodePoint(parseInt(one.slice(1), 16));
        const plain = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\", "/": "/", " ": " " }[one];
        if (plain === undefined) throw wrong;
        return plain;
      });
    }
    found = /^'((?:[^']|'')*)'(.*)$/.exec(written);
    if (found && comment.test(found[2])) return found[1].replace(/''/g, "'");
    if (/^["'[\]{}|>&*!%@`]|: |:$/.test(written)) throw wrong;
    const plain = written.replace(/(^|\s)#.*$/, "").trim();
    return plain === "~" || plain === "null" ? "" : plain;
  }

  function dayOf(written) {
    const found = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(written);
    return found ? `${found[1]}-${found[2].padStart(2, "0")}-${found[3].padStart(2, "0")}` : written;
  }

  function parsed(text) {
    const read = { head: "", blocks: [] };
    let number = 0;
    for (const line of text.replace(/^\ufeff/, "").split(/(?<=\n)/)) {
      number += 1;
      const plain = line.trimEnd();
      const block = read.blocks.at(-1);
      if (!plain || /^\s*#/.test(plain)) {
        if (block) block.raw += line;
        else read.head += line;
        continue;
      }
      const name = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#:[\]{}&*!|>%@`-][^:#]*):\s*(?:#.*)?$/.exec(plain);
      if (name) {
        read.blocks.push({ key: scalar(name[1], number), raw: line, ...blank() });
        continue;
      }
      const field = /^[ ]+([^\s:"'#]+)[ ]*:(?:[ ]+(.*))?$/.exec(plain);
      if (!field || !block) throw new Error(`台账第 ${number} 行读不懂：应为“名称：内容”的一行。没有读入任何内容。`);
      block.raw += line;
      const at = NAMES.indexOf(FORMER[field[1]] || field[1]);
      if (at >= 0) block[FIELDS[at]] = scalar((field[2] || "").trim(), number);
    }
    for (const block of read.blocks) {
      block.decision = RULINGS[block.decision] || block.decision;
      block.date = dayOf(block.date);
      block.until = dayOf(block.until);
    }
    return read;
  }

  return { NAMES, FIELDS, quoted, scalar, parsed };
})();
