// Saves what is typed into a form as a draft, some seconds after typing stops and when the page is left. The form says
// where (data-draft) and what is told when it cannot be saved (data-unsaved); all other words come from the service.
(function () {
  "use strict";
  var form = document.querySelector("form[data-draft]");
  var state = document.getElementById("draft-state");
  if (!form || !state || !window.fetch || !window.URLSearchParams) { return; }
  var version = form.elements.namedItem("draft");
  var pause = 2000, patience = 10000, mostAtLeaving = 60000;
  var timer = 0, isBusy = false, isChanged = false, isSent = false, asked = null;
  var waiting = null, longestWait = 3000;

  function later(milliseconds) {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, milliseconds);
  }

  function ask(isLeaving) {
    var body = new URLSearchParams(new FormData(form)).toString();
    asked = new AbortController();
    return fetch(form.getAttribute("data-draft"), {
      method: "POST", body: body, credentials: "same-origin", cache: "no-store",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      keepalive: isLeaving && body.length < mostAtLeaving, signal: asked.signal
    });
  }

  // A page instead of a line means that nobody is signed in any more.
  function read(answer) {
    var isLine = (answer.headers.get("Content-Type") || "").indexOf("text/plain") === 0;
    if (!isLine || !answer.ok && answer.status !== 409) { throw new Error(); }
    return answer.text();
  }

  // Handing in waits for a draft that is being saved, so that it is this draft that is handed in.
  function ended() {
    isBusy = false;
    if (!waiting) { return false; }
    var button = waiting;
    waiting = null;
    if (button.form) { form.requestSubmit(button); } else { form.requestSubmit(); }
    return true;
  }

  function save() {
    if (isSent || isBusy || !isChanged) { return; }
    isBusy = true;
    isChanged = false;
    ask(false).then(read).then(function (text) {
      var lines = text.split("\n");
      state.textContent = lines[1];
      if (lines[0] !== "0") { version.value = lines[0]; }
      if (ended()) { return; }
      // It was discussed meanwhile: nothing more of it is ever saved, and the page keeps what was typed.
      if (lines[0] === "0") { isSent = true; return; }
      if (isChanged) { later(pause); }
    }).catch(function () {
      if (ended() || isSent) { return; }
      isChanged = true;
      state.textContent = form.getAttribute("data-unsaved");
      later(patience);
    });
  }

  form.addEventListener("input", function () {
    isChanged = true;
    later(pause);
  });
  form.addEventListener("submit", function (event) {
    window.clearTimeout(timer);
    if (isBusy && form.requestSubmit) {
      event.preventDefault();
      waiting = event.submitter || form;
      window.setTimeout(function () { if (waiting) { asked.abort(); } }, longestWait);
      return;
    }
    isSent = true;
  });
  window.addEventListener("pagehide", function () {
    if (isSent || !isChanged) { return; }
    isChanged = false;
    ask(true).catch(function () {});
  });
  // The page comes back as it was left: nothing of it was sent from here.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { isSent = false; isBusy = false; isChanged = true; later(pause); }
  });
})();
