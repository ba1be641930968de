// The terminal itself is textual.js; here is what it leaves to its page.
"use strict";
{
  const socket = new URL("ws", location.href);
  socket.protocol = location.protocol.replace("http", "ws");
  document.getElementById("terminal").dataset.sessionWebsocketUrl = socket.href;

  const again = document.querySelector("button");
  again.addEventListener("click", () => location.reload());

  // Keys work at once, without a click: in the terminal as soon as it is connected, on the button when it is left.
  new MutationObserver(() => {
    const told = document.body.classList;
    if (told.contains("-closed")) again.focus();
    else if (told.contains("-loaded")) document.querySelector(".xterm-helper-textarea").focus();
  }).observe(document.body, { attributeFilter: ["class"] });
}
