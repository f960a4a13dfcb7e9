// The page of `yttl serve`. What comes from outside is set as text, never as markup.
const headers = { "X-Yttl-Page": "1", "Content-Type": "application/json" };
const list = document.getElementById("runs");
const news = document.getElementById("news");
const source = document.getElementById("source");
const runs = new Map();
const rows = new Map();

const phases = {
  resolve: "looking it up", captions: "reading captions", audio: "fetching sound", speech: "recognising speech",
  summaries: "summarising", report: "writing the report", videos: "videos",
};

async function call(method, path, body, type) {
  const answer = await fetch(path, { method, headers: { ...headers, "Content-Type": type ?? headers["Content-Type"] }, body });
  if (answer.ok)
    return answer.text().then(text => text && JSON.parse(text));
  const problem = await answer.json().catch(() => ({ detail: answer.statusText }));
  throw new Error(problem.detail);
}

async function attempt(work) {
  news.textContent = "";
  try {
    await work();
  } catch (problem) {
    news.textContent = problem.message;
  }
}

function stateOf(run) {
  const counts = run.total ? ` ${run.done} of ${run.total}` : "";
  const phase = run.phase ? `: ${phases[run.phase] ?? run.phase}${counts}` : "";
  const gaps = run.gaps ? `, ${run.gaps} gaps` : "";
  return run.state + phase + gaps + (run.failure ? `: ${run.failure.message}` : "");
}

function button(text, name, work) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.setAttribute("aria-label", `${text} ${name}`);
  made.addEventListener("click", () => attempt(work));
  return made;
}

function fill(row, run) {
  const name = run.title ?? run.source ?? run.id;
  const isOver = run.state !== "queued" && run.state !== "running";
  const heading = document.createElement(isOver && run.state !== "failed" && run.state !== "terminated" ? "a" : "span");
  heading.textContent = name;
  heading.dir = "auto";
  if (heading.localName === "a") {
    heading.href = run.reportUrl;
    heading.target = "_blank";
    heading.rel = "noopener";
  }

  const state = document.createElement("p");
  state.textContent = stateOf(run);
  row.replaceChildren(heading, state);
  if (!isOver)
    row.append(button("Stop", name, () => call("POST", `${run.statusUrl}/terminate`)));
  else if (run.state !== "complete")
    row.append(button("Go on", name, () => call("POST", `${run.statusUrl}/resume`)));
  if (isOver)
    row.append(button("Delete", name, () => call("DELETE", run.statusUrl)));
}

function show(run) {
  const before = rows.get(run.id);
  const row = before ?? document.createElement("li");
  const focused = row.contains(document.activeElement) ? document.activeElement.textContent : null;
  runs.set(run.id, run);
  rows.set(run.id, row);
  fill(row, run);
  if (focused)
    [...row.querySelectorAll("button")].find(one => one.textContent === focused)?.focus();
  if (!before)
    list.prepend(row);
  document.getElementById("none").hidden = runs.size > 0;
}

function forget(id) {
  rows.get(id)?.remove();
  rows.delete(id);
  runs.delete(id);
  document.getElementById("none").hidden = runs.size > 0;
}

function watch() {
  const events = new EventSource("/api/events");
  events.addEventListener("snapshot", event => {
    const listed = JSON.parse(event.data).summaries;
    const ids = new Set(listed.map(run => run.id));
    for (const id of [...runs.keys()])
      if (!ids.has(id))
        forget(id);
    for (const run of listed.reverse())
      show(run);
    document.getElementById("none").hidden = runs.size > 0;
    news.textContent = "";
  });
  events.addEventListener("run", event => show(JSON.parse(event.data)));
  events.addEventListener("gone", event => forget(JSON.parse(event.data).id));
  events.addEventListener("end", () => {
    news.textContent = "The server ended: start yttl serve again.";
  });
  events.addEventListener("error", () => {
    news.textContent = "The connection is lost. Start yttl serve again, and open the address that it prints.";
  });
}

document.getElementById("ask").addEventListener("submit", event => {
  event.preventDefault();
  attempt(async () => {
    await call("POST", "/api/summaries", JSON.stringify({ source: source.value }));
    source.value = "";
  });
});

document.getElementById("file").addEventListener("change", event => attempt(async () => {
  const [file] = event.target.files;
  if (!file)
    return;
  news.textContent = `Sending ${file.name}`;
  const sent = await call("POST", `/api/uploads?name=${encodeURIComponent(file.name)}`, file, "application/octet-stream");
  await call("POST", "/api/summaries", JSON.stringify({ source: sent.source }));
  event.target.value = "";
  news.textContent = "";
}));

await attempt(async () => {
  const code = location.hash.startsWith("#code=") ? location.hash.slice("#code=".length) : null;
  if (code) {
    history.replaceState(null, "", location.pathname);
    await call("POST", "/api/session", JSON.stringify({ code })).catch(problem =>
      fetch("/api/summaries?limit=1").then(answer => {
        if (!answer.ok)
          throw problem;
      }));
  }

  await call("GET", "/api/summaries?limit=1");
  watch();
});
