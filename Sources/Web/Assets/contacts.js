// Keeps contacts that could not be sent on the device, sealed with a key that nothing takes out of the browser, and sends
// them later, each under its own key and so once. All that is told comes from the service, in the section #unsent.
(function () {
  "use strict";
  var panel = document.getElementById("unsent");
  if (!panel || !window.indexedDB || !window.crypto || !crypto.subtle || !window.fetch || !window.TextEncoder) { return; }
  var told = panel.dataset, longest = Number(told.hours) * 3600000, patience = 15000, pause = 30000;
  var form = document.querySelector("form[action='" + told.to + "'][method='post']");
  var news = [], isBusy = false, isSending = false, isAsking = false, turn = Promise.resolve();

  // What is stored.
  var opening = new Promise(function (done, failed) {
    var request = indexedDB.open("homeward", 1);
    request.onupgradeneeded = function () {
      request.result.createObjectStore("keys");
      request.result.createObjectStore("contacts", { keyPath: "id" });
    };
    request.onsuccess = function () { done(request.result); };
    request.onerror = function () { failed(request.error); };
  });
  opening.catch(function () {});

  function store(name, mode, body) {
    return opening.then(function (base) {
      return new Promise(function (done, failed) {
        var work = base.transaction(name, mode), request = body(work.objectStore(name));
        work.oncomplete = function () { done(request.result); };
        work.onabort = function () { failed(work.error); };
      });
    });
  }
  function put(one) { return store("contacts", "readwrite", function (all) { return all.put(one); }); }
  function drop(id) { return store("contacts", "readwrite", function (all) { return all.delete(id); }); }
  function find(id) { return store("contacts", "readonly", function (all) { return all.get(id); }); }
  function heldKey() { return store("keys", "readonly", function (all) { return all.get("seal"); }); }

  // The key cannot be taken out. Of two pages that make one at once, the first one's stays.
  function sealKey() {
    return heldKey().then(function (held) {
      return held || crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
        .then(function (made) {
          return store("keys", "readwrite", function (all) { return all.add(made, "seal"); }).catch(function () {});
        }).then(heldKey);
    });
  }

  // A sealed contact opens as what it was kept as, and as nothing else.
  function way(one) {
    return {
      name: "AES-GCM", iv: one.iv, additionalData: new TextEncoder().encode([one.id, one.account, one.at].join(" "))
    };
  }
  function keep(id, text) {
    return Promise.all([sealKey(), find(id)]).then(function (found) {
      var one = {
        id: id, account: told.account, at: found[1] && found[1].sealed ? found[1].at : Date.now(), state: "waits",
        iv: crypto.getRandomValues(new Uint8Array(12))
      };
      return crypto.subtle.encrypt(way(one), found[0], new TextEncoder().encode(text)).then(function (sealed) {
        one.sealed = sealed;
        return put(one);
      });
    });
  }
  function open(one) {
    return heldKey().then(function (key) { return crypto.subtle.decrypt(way(one), key, one.sealed); })
      .then(function (bytes) { return new URLSearchParams(new TextDecoder().decode(bytes)); });
  }
  function note(id, state) {
    return find(id).then(function (one) {
      if (!one || !one.sealed) { return; }
      one.state = state;
      return put(one);
    });
  }

  // Everything that waits. What waited too long is taken away first; that it did is told to whoever wrote it.
  function waiting() {
    return store("contacts", "readonly", function (all) { return all.getAll(); }).then(function (all) {
      return Promise.all(all.map(function (one) {
        if (!one.sealed || Date.now() - one.at < longest) { return one; }
        var rest = { id: one.id, account: one.account, at: one.at, state: "gone" };
        return put(rest).then(function () { return rest; });
      }));
    });
  }

  // A line instead of a page means that it is on record; a page with a status that is well, that nobody is signed in.
  function send(text) {
    var stop = new AbortController(), timer = setTimeout(function () { stop.abort(); }, patience);
    return fetch(told.to, {
      method: "POST", body: text + "&mark=" + encodeURIComponent(told.mark), credentials: "same-origin",
      cache: "no-store", signal: stop.signal,
      headers: { "Accept": "text/plain", "Content-Type": "application/x-www-form-urlencoded" }
    }).then(function (answer) {
      var isLine = (answer.headers.get("Content-Type") || "").indexOf("text/plain") === 0;
      if (answer.ok && isLine) { return answer.text().then(function (path) { return { state: "sent", path: path }; }); }
      if (answer.ok || answer.status === 401 || answer.status === 403) { return { state: "signed-out" }; }
      return { state: [400, 404, 413, 422].indexOf(answer.status) < 0 ? "waits" : "refused" };
    }).catch(function () {
      return { state: "waits" };
    }).then(function (end) {
      clearTimeout(timer);
      return end;
    });
  }

  // What is shown.
  function tell(sentence, one, fields) {
    var when = new Date(one.at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
    return sentence.replace("{ref}", fields ? fields.get("ref") : "").replace("{when}", when);
  }
  function add(parent, name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return parent.appendChild(made);
  }
  function button(parent, text, body) {
    var made = add(parent, "button", text);
    made.type = "button";
    made.className = "second";
    made.addEventListener("click", body);
  }
  // The service says what is wrong, with all that was typed.
  function look(fields) {
    var asking = document.createElement("form");
    asking.method = "post";
    asking.action = told.to;
    fields.set("mark", told.mark);
    fields.forEach(function (value, name) {
      var input = asking.appendChild(document.createElement("input"));
      input.type = "hidden";
      input.name = name;
      input.value = value;
    });
    document.body.appendChild(asking).submit();
  }
  function line(list, one) {
    if (!one.sealed) {
      news.push(tell(told.gone, one));
      return drop(one.id);
    }
    return open(one).then(function (fields) {
      var item = add(list, "li", tell(told[{ "signed-out": "signedOut" }[one.state] || one.state], one, fields));
      if (one.state !== "refused") { return; }
      item.appendChild(document.createElement("br"));
      button(item, told.look, function () { look(fields); });
      button(item, told.remove, function () { drop(one.id).then(show); });
    }, function () {
      news.push(tell(told.broken, one));
      return drop(one.id);
    });
  }
  function isOpen(one) { return form && !form.hidden && form.elements.namedItem("key").value === one.id; }
  function isMine(one) { return one.account === told.account && !isOpen(one); }

  function show() {
    turn = turn.then(draw, draw);
    return turn;
  }
  function draw() {
    if (isAsking) { return; }
    return waiting().then(function (all) {
      var list = document.createElement("ul");
      var others = all.filter(function (one) { return one.account !== told.account && one.sealed; }).length;
      return Promise.all(all.filter(isMine).map(function (one) { return line(list, one); })).then(function () {
        panel.textContent = "";
        news.forEach(function (text) { add(panel, "p", text); });
        if (list.children.length || others) { add(panel, "h2", told.title); }
        if (list.children.length) { panel.appendChild(list); }
        if (others) { add(panel, "p", told.others.replace("{count}", others)); }
        if (form && form.hidden) { button(panel, told.another, again); }
        panel.hidden = !panel.children.length;
      });
    });
  }

  // Sends what waits, one after the other.
  function go() {
    if (isSending) { return; }
    isSending = true;
    waiting().then(function (all) {
      return all.filter(function (one) { return one.sealed && one.state !== "refused" && isMine(one); })
        .reduce(function (before, one) { return before.then(function () { return sendKept(one); }); }, Promise.resolve());
    }).then(show).catch(function () {}).then(function () { isSending = false; });
  }
  function sendKept(one) {
    return open(one).then(function (fields) {
      return send(fields.toString()).then(function (end) {
        if (end.state !== "sent") { return note(one.id, end.state); }
        news.push(tell(told.sent, one, fields));
        return drop(one.id);
      });
    }, function () {});
  }

  // The form: kept before it is sent, so that nothing is lost in between.
  function isSealed(name) { return name !== "mark"; }
  function typed() {
    var fields = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (isSealed(name)) { fields.append(name, value); } });
    return fields.toString();
  }
  function save(event) {
    event.preventDefault();
    if (isBusy) { return; }
    isBusy = true;
    var text = typed(), id = form.elements.namedItem("key").value;
    keep(id, text).then(function () { return told.replaces ? drop(told.replaces) : null; })
      .then(function () { return send(text); }).then(function (end) {
        if (end.state === "sent") { return drop(id).then(function () { location.assign(end.path); }); }
        return note(id, end.state).then(function () { return end.state === "waits" ? wait() : form.submit(); });
      }).catch(function () { form.submit(); });
  }
  function wait() {
    form.hidden = true;
    isBusy = false;
    return show().then(function () { panel.focus(); });
  }
  function again() {
    form.reset();
    form.elements.namedItem("key").value = "form-" + [].map.call(crypto.getRandomValues(new Uint8Array(16)), function (byte) {
      return ("0" + byte.toString(16)).slice(-2);
    }).join("");
    form.hidden = false;
    show();
    form.querySelector("input:not([type=hidden])").focus();
  }

  // Signing out takes away what waits: it is asked about first.
  function leave(event) {
    var leaving = event.target;
    event.preventDefault();
    waiting().then(function (all) {
      var count = all.filter(function (one) { return one.sealed; }).length;
      if (!count) { return leaving.submit(); }
      isAsking = true;
      panel.textContent = "";
      add(panel, "h2", told.title);
      add(panel, "p", told.ask.replace("{count}", count));
      button(panel, told.stay, function () {
        isAsking = false;
        show();
      });
      button(panel, told.leave, function () {
        store("contacts", "readwrite", function (kept) { return kept.clear(); }).catch(function () {})
          .then(function () { leaving.submit(); });
      });
      panel.hidden = false;
      panel.focus();
    }).catch(function () { leaving.submit(); });
  }

  if (form) { form.addEventListener("submit", save); }
  document.querySelectorAll("[data-signs-out] form").forEach(function (one) { one.addEventListener("submit", leave); });
  window.addEventListener("online", go);
  window.addEventListener("pageshow", function (event) { if (event.persisted) { isBusy = false; go(); } });
  setInterval(go, pause);
  go();
})();
