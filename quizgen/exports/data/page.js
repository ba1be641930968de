"use strict";
(() => {
  const key = JSON.parse(document.getElementById("key").textContent);
  const form = document.querySelector("form");
  const score = document.getElementById("score");

  // Case, accents, punctuation and a leading article do not count.
  const plain = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/^(the|a|an) /, "");

  const isRight = (asked, fields) => {
    if (asked.mode === "short") {
      return asked.right.some((text) => plain(text) === plain(fields[0].value));
    }
    if (asked.mode === "matching") {
      return fields.every((field, place) => field.value === asked.right[place]);
    }
    const chosen = fields.find((field) => field.checked);
    return chosen !== undefined && chosen.value === asked.right[0];
  };

  const tell = (asked, box, right) => {
    const told = box.querySelector(".told");
    told.className = "told " + (right ? "right" : "wrong");
    told.hidden = false;
    const verdict = document.createElement("b");
    const answers = asked.mode === "matching" ? asked.right.join("; ") : asked.shown;
    verdict.textContent = right ? "✓ Right" : "✗ The answer is: " + answers;
    told.replaceChildren(verdict);
    if (asked.evidence) {
      const proof = document.createElement("q");
      proof.textContent = asked.evidence;
      told.append(proof);
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    let points = 0;
    let total = 0;
    key.forEach((asked, number) => {
      const box = document.getElementById("q" + number);
      const fields = [...box.querySelectorAll("input, select")];
      const right = isRight(asked, fields);
      total += asked.points;
      points += right ? asked.points : 0;
      tell(asked, box, right);
    });
    score.textContent = `Score: ${points} of ${total}`;
    score.hidden = false;
    score.focus();
  });

  form.addEventListener("reset", () => {
    score.hidden = true;
    for (const told of document.querySelectorAll(".told")) {
      told.hidden = true;
    }
    window.scrollTo(0, 0);
  });
})();
