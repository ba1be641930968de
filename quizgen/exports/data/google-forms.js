/** Makes the quiz. In script.google.com: a new project, this file in place of its code, then Run. */
function createQuiz() {
  const form = FormApp.create(QUIZ.title);
  form.setIsQuiz(true);
  for (const asked of QUIZ.questions) {
    const feedback = asked.feedback ? FormApp.createFeedback().setText(asked.feedback).build() : null;
    if (asked.choices.length === 0) {
      // Forms lets no script set the answers of a text question: they stand in its feedback.
      const told = FormApp.createFeedback().setText([asked.answers.join(" / "), asked.feedback].join("\n")).build();
      form.addTextItem().setTitle(asked.question).setPoints(asked.points).setGeneralFeedback(told);
      continue;
    }
    const item = form.addMultipleChoiceItem();
    item.setTitle(asked.question).setPoints(asked.points);
    item.setChoices(asked.choices.map(([text, right]) => item.createChoice(text, right)));
    if (feedback) {
      item.setFeedbackForCorrect(feedback).setFeedbackForIncorrect(feedback);
    }
  }
  Logger.log("Made %s", form.getEditUrl());
}
