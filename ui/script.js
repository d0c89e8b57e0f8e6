"use strict";
// Comfort only: every page does all it does without this. Keys j, k, / and ?; another base text without a new page;
// words that are selected go to Verify. Nothing is stored, nothing is asked of any other machine.
(() => {
  const main = document.getElementById("main");
  if (!main) return;

  // What j and k step through: marked by the page, else the list's entries.
  const stops = () => {
    const named = main.querySelectorAll("[data-stop]");
    return Array.from(named.length ? named : main.querySelectorAll("h2, tbody tr, article"));
  };
  let at = -1;
  const step = (by) => {
    const all = stops();
    if (!all.length) return;
    const now = all.findIndex((stop) => stop.classList.contains("at"));
    if (now >= 0) all[now].classList.remove("at");
    at = Math.max(0, Math.min(all.length - 1, (now >= 0 ? now : at) + by));
    const stop = all[at];
    stop.classList.add("at");
    const target = stop.matches("a, button") ? stop : stop.querySelector("a, button") || stop;
    if (target === stop && !stop.hasAttribute("tabindex") && !stop.matches("a, button")) stop.tabIndex = -1;
    target.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "center" });
  };

  let help = null;
  const showHelp = () => {
    if (!help) {
      help = document.createElement("dialog");
      help.setAttribute("aria-labelledby", "help-title");
      const title = document.createElement("h2");
      title.id = "help-title";
      title.textContent = "Keys";
      help.append(title);
      const list = document.createElement("dl");
      list.className = "facts";
      for (const [key, what] of [
        ["j", "the next entry"],
        ["k", "the entry before"],
        ["/", "search"],
        ["?", "these keys"],
        ["Esc", "close"],
      ]) {
        const term = document.createElement("dt");
        const cap = document.createElement("kbd");
        cap.textContent = key;
        term.append(cap);
        const words = document.createElement("dd");
        words.textContent = what;
        list.append(term, words);
      }
      const close = document.createElement("button");
      close.textContent = "Close";
      close.addEventListener("click", () => help.close());
      help.append(list, close);
      document.body.append(help);
    }
    if (!help.open) help.showModal();
  };

  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (help && help.open) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") showHelp();
    else if (event.key === "/") {
      const box = main.querySelector("input[type=search]");
      if (box) box.focus();
      else location.href = "/search";
    } else return;
    event.preventDefault();
  });

  // Another base text: the same page is fetched and the versions are taken from it.
  main.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-base]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    try {
      const answer = await fetch(link.href, { credentials: "same-origin" });
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("versions");
      const old = document.getElementById("versions");
      if (!fresh || !old) throw new Error("no versions");
      const wanted = link.dataset.base;
      old.replaceWith(document.adoptNode(fresh));
      history.replaceState(null, "", link.href);
      const row = Array.from(document.querySelectorAll("#versions [data-row]")).find((one) => one.dataset.row === wanted);
      if (row) row.focus();
    } catch {
      location.href = link.href;
    }
  });

  // Words that are selected in a text can be verified.
  let pick = null;
  const drop = () => {
    if (pick) pick.remove();
    pick = null;
  };
  const offer = () => {
    const chosen = document.getSelection();
    const words = chosen ? String(chosen).replace(/\s+/g, " ").trim() : "";
    drop();
    if (!chosen || !chosen.rangeCount || words.split(" ").length < 3 || words.length > 2000) return;
    if (!main.contains(chosen.anchorNode) || !main.contains(chosen.focusNode)) return;
    const place = chosen.getRangeAt(0).getBoundingClientRect();
    pick = document.createElement("a");
    pick.className = "pick button";
    pick.href = "/verify?q=" + encodeURIComponent(words);
    pick.textContent = "Verify these words";
    document.body.append(pick);
    pick.style.left = Math.max(8, Math.min(place.left + scrollX, innerWidth - pick.offsetWidth - 8)) + "px";
    pick.style.top = place.bottom + scrollY + 6 + "px";
  };
  document.addEventListener("mouseup", () => setTimeout(offer, 0));
  document.addEventListener("keyup", (event) => {
    if (event.shiftKey || event.key === "Shift") offer();
    else if (event.key === "Escape") drop();
  });

  // Whether the record has grown: asked when somebody looks at the page again, at most every five seconds.
  const grown = document.getElementById("grown");
  let asked = Date.now();
  const look = async () => {
    if (!grown || !grown.hidden || document.hidden || Date.now() - asked < 5000) return;
    asked = Date.now();
    try {
      const answer = await fetch("/state.json", { credentials: "same-origin" });
      if (answer.ok) grown.hidden = (await answer.json()).state === document.body.dataset.state;
    } catch {
      // Nobody serves the page any more; it can still be read.
    }
  };
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
})();
