"use strict";
(() => {
  const key = JSON.parse(document.getElementById("key").textContent);
  const form = document.querySelector("form");
  const result = document.getElementById("result");
  const score = document.getElementById("score");
  const mistakes = document.getElementById("mistakes");
  const count = document.getElementById("count");
  const again = form.querySelector("button[type=reset]");
  const box = (number) => document.getElementById("q" + number);
  const fieldsOf = (number) => [...box(number).querySelectorAll("input, select")];

  // Case, accents, punctuation and a leading article do not count.
  const plain = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/^(the|a|an) /, "");

  // Which of a question's answers are right: one, or one for each part that is matched.
  const marks = (asked, fields) => {
    if (asked.mode === "short") {
      return [asked.right.some((text) => plain(text) === plain(fields[0].value) || text.trim() === fields[0].value.trim())];
    }
    if (asked.mode === "matching") {
      return fields.map((field, place) => field.value === asked.right[place]);
    }
    return [fields.some((field) => field.checked && field.value === asked.right[0])];
  };

  const isAnswered = (field) => (field.type === "radio" ? field.checked : field.value.trim() !== "");

  const showCount = () => {
    const answered = key.filter((_, number) => fieldsOf(number).some(isAnswered)).length;
    count.textContent = `${answered} of ${key.length} answered`;
  };

  const paint = (asked, fields, found) => {
    fields.forEach((field, place) => {
      const label = field.closest("label");
      if (label) {
        const right = asked.mode === "matching" ? found[place] : field.value === asked.right[0];
        label.classList.toggle("right", right);
        label.classList.toggle("wrong", !right && (asked.mode === "matching" || field.checked));
      }
    });
  };

  const tell = (asked, told, found) => {
    const right = found.every(Boolean);
    told.className = "told " + (right ? "right" : "wrong");
    told.hidden = false;
    const verdict = document.createElement("b");
    const some = found.length > 1 ? `${found.filter(Boolean).length} of ${found.length} right. ` : "";
    const answers = asked.mode === "matching" ? asked.right.join("; ") : asked.shown;
    verdict.textContent = right ? "✓ Right" : `✗ ${some}The answer is: ${answers}`;
    told.replaceChildren(verdict);
    if (asked.evidence) {
      const proof = document.createElement("q");
      proof.textContent = asked.evidence;
      told.append(proof);
    }
  };

  const link = (number) => {
    const to = document.createElement("a");
    to.href = "#q" + number;
    to.textContent = String(number + 1);
    return to;
  };

  const show = ({ checked }) => {
    result.hidden = !checked;
    again.hidden = !checked;
    count.hidden = checked;
  };

  const rounded = (points) => String(Math.round(points * 100) / 100);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    let points = 0;
    let total = 0;
    const wrong = [];
    key.forEach((asked, number) => {
      const fields = fieldsOf(number);
      const found = marks(asked, fields);
      total += asked.points;
      points += (asked.points * found.filter(Boolean).length) / found.length;
      if (!found.every(Boolean)) {
        wrong.push(number);
      }
      paint(asked, fields, found);
      tell(asked, box(number).querySelector(".told"), found);
    });
    score.textContent = `Score: ${rounded(points)} of ${rounded(total)}`;
    mistakes.replaceChildren(wrong.length ? "Look again at: " : "Everything is right.");
    wrong.forEach((number, place) => mistakes.append(place ? ", " : "", link(number)));
    show({ checked: true });
    score.focus();
  });

  form.addEventListener("input", showCount);

  form.addEventListener("reset", () => {
    show({ checked: false });
    for (const told of document.querySelectorAll(".told")) {
      told.hidden = true;
    }
    for (const label of document.querySelectorAll("label")) {
      label.classList.remove("right", "wrong");
    }
    setTimeout(showCount);
    window.scrollTo(0, 0);
  });

  showCount();
})();
