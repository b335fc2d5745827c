// Asks for news, and changes what differs: a page keeps its place until its new picture is there.
"use strict";
const bar = [...document.querySelectorAll("select")];
let known = "";
let seen = null;
let asking = null;
let wanted = {};

function element(name, words, more) {
  const made = Object.assign(document.createElement(name), more || {});
  made.textContent = words;
  return made;
}

function show(kind, label, pages) {
  const where = document.getElementById(kind);
  pages.forEach((state, number) => {
    let image = where.children[number];
    if (!image) {
      image = where.appendChild(document.createElement("img"));
      image.alt = label + " " + (number + 1);
      image.loading = "lazy";
    }
    if (image.dataset.state !== state) {
      image.dataset.state = state;
      const address = "/" + kind + "/" + number + "/" + state;
      const near = image.getBoundingClientRect();
      if (image.src && near.bottom > -900 && near.top < innerHeight + 900) {
        const next = new Image();
        next.onload = () => { image.src = next.src; };
        next.src = address;
      } else {
        image.src = address;
      }
    }
  });
  while (where.children.length > pages.length) where.lastChild.remove();
}

function problems(found) {
  const where = document.getElementById("problems");
  where.hidden = !found.length;
  where.firstElementChild.replaceChildren(...found.map((one) => {
    const line = element("li", "", { className: one.severity });
    line.append(element("b", one.severity), " ", one.message, " ");
    if (one.link) line.append(element("a", one.file, { href: one.link }));
    if (one.help) line.append(" · " + one.help);
    return line;
  }));
}

function offer(choices, choice) {
  for (const chosen of bar) {
    const offered = choices[chosen.name] || [];
    const names = JSON.stringify(offered);
    if (chosen.dataset.names !== names) {
      chosen.dataset.names = names;
      chosen.replaceChildren(...offered.map(([value, words]) => new Option(words, value)));
      chosen.value = choice[chosen.name];
    } else if (!(chosen.name in wanted)) {
      chosen.value = choice[chosen.name];
    }
  }
}

function follow(first, pages) {
  const key = first + "/" + pages[first];
  if (first === null || key === seen) return;
  seen = key;
  const image = document.getElementById("pages").children[first];
  if (!image) return;
  document.querySelectorAll("img.changed").forEach((one) => one.classList.remove("changed"));
  image.classList.add("changed");
  const place = image.getBoundingClientRect();
  if (place.bottom < 80 || place.top > innerHeight - 80) image.scrollIntoView({ block: "start" });
}

async function listen() {
  try {
    asking = new AbortController();
    const query = new URLSearchParams({ known, ...wanted });
    wanted = {};
    const news = await (await fetch("/state?" + query, { signal: asking.signal })).json();
    known = news.known;
    offer(news.choices, news.choice);
    show("pages", "Page", news.pages);
    show("slides", "Slide", news.slides);
    problems(news.problems);
    follow(news.first, news.pages);
    document.getElementById("busy").textContent = news.busy ? "making the pages …" : news.pages.length + " pages, " + news.slides.length + " slides";
    document.body.dataset.ready = String(!news.busy);
    setTimeout(listen, 30);
  } catch (error) {
    if (error.name === "AbortError") return listen();
    document.getElementById("busy").textContent = "coursepack watch has ended";
    setTimeout(listen, 1500);
  }
}

for (const chosen of bar) {
  chosen.addEventListener("change", () => {
    wanted[chosen.name] = chosen.value;
    document.getElementById("pages").scrollTop = 0;
    asking.abort();
  });
}
listen();
