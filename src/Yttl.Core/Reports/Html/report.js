'use strict';

// Times seek in the recording of this page, where there is one; without this script they open the file at that second.
const player = document.getElementById('player');
if (player) {
  document.addEventListener('click', event => {
    const link = event.target.closest('a.at');
    const second = link && /#t=(\d+)$/.exec(link.href);
    if (!second || player.error || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    player.currentTime = Number(second[1]);
    // A browser may refuse to start playback; the position is set in any case.
    player.play().catch(() => {});
  });
  // A started recording stays visible while the page scrolls.
  const frame = player.parentElement;
  let inSight = true;
  const place = () => {
    const away = !inSight && player.currentTime > 0 && !player.ended;
    if (away === frame.classList.contains('away')) return;
    frame.style.minHeight = away ? `${frame.offsetHeight}px` : '';
    frame.classList.toggle('away', away);
  };
  new IntersectionObserver(([entry]) => { inSight = entry.isIntersecting; place(); }).observe(frame);
  ['seeked', 'play', 'ended'].forEach(change => player.addEventListener(change, place));
}

// The search shows only cues with the words; Enter and the buttons go from one to the next.
const form = document.getElementById('search');
const query = document.getElementById('query');
const count = document.getElementById('matches');
const previous = document.getElementById('previous');
const next = document.getElementById('next');
const fold = text => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
const marks = 'highlights' in CSS && { all: new Highlight(), now: new Highlight() };
let cues, opened, matches = [], current = -1, waiting;

if (marks) {
  marks.now.priority = 1;
  CSS.highlights.set('match', marks.all);
  CSS.highlights.set('match-now', marks.now);
}

const index = () => cues ??= [...document.querySelectorAll('.cues li')].map(item => {
  const words = item.querySelector('.words');
  return { item, words, details: item.closest('details'), text: words ? fold(words.textContent) : '' };
});

// The positions of the words in the original text: folding can change its length.
const ranges = ({ words }, wanted) => {
  const node = words.firstChild;
  let folded = '';
  const origin = [];
  let at = 0;
  for (const character of node.data) {
    for (const piece of fold(character)) { folded += piece; for (const _ of piece.split('')) origin.push(at); }
    at += character.length;
  }
  origin.push(at);
  const found = [];
  for (let i = folded.indexOf(wanted); i >= 0; i = folded.indexOf(wanted, i + wanted.length)) {
    const range = new Range();
    range.setStart(node, origin[i]);
    range.setEnd(node, origin[i + wanted.length]);
    found.push(range);
  }
  return found;
};

const show = () => {
  document.querySelectorAll('.now').forEach(item => { item.classList.remove('now'); item.removeAttribute('aria-current'); });
  const match = matches[current];
  count.textContent = match ? `${current + 1} of ${matches.length}` : query.value.trim() ? 'No match' : '';
  previous.disabled = next.disabled = matches.length === 0;
  if (!match) return;
  match.item.classList.add('now');
  match.item.setAttribute('aria-current', 'true');
  if (marks) { marks.now.clear(); match.ranges.forEach(range => marks.now.add(range)); }
  match.item.scrollIntoView({ block: 'center', behavior: 'instant' });
};

const search = () => {
  clearTimeout(waiting);
  waiting = 0;
  const wanted = fold(query.value.trim());
  const place = matches[current]?.item;
  const details = [...document.querySelectorAll('details.transcript')];
  opened ??= new Map(details.map(one => [one, one.open]));
  matches = wanted ? index().filter(cue => cue.text.includes(wanted)) : [];
  const holders = new Set(matches.map(match => match.details));
  const found = new Set(matches);
  index().forEach(cue => { cue.item.hidden = wanted !== '' && !found.has(cue); });
  details.forEach(one => { one.open = wanted ? holders.has(one) : opened.get(one) || one.contains(place); });
  document.querySelectorAll('.segment').forEach(one => one.classList.toggle('without', wanted !== '' && ![...holders].some(h => one.contains(h))));
  document.querySelectorAll('.hour').forEach(one => one.classList.toggle('without', wanted !== '' && !one.querySelector('.segment:not(.without)')));
  document.body.classList.toggle('searching', wanted !== '');
  if (marks) {
    marks.all.clear();
    marks.now.clear();
    matches.forEach(match => { match.ranges = ranges(match, wanted); match.ranges.forEach(range => marks.all.add(range)); });
  }
  if (!wanted) opened = undefined;
  current = matches.length ? 0 : -1;
  show();
  if (!wanted && place) place.scrollIntoView({ block: 'center', behavior: 'instant' });
};

const step = by => {
  if (!matches.length) return;
  current = (current + by + matches.length) % matches.length;
  show();
};

const clear = () => { query.value = ''; search(); };

if (document.querySelector('.cues')) form.hidden = false;
show();
query.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(search, 150); });
form.addEventListener('submit', event => event.preventDefault());
next.addEventListener('click', () => step(1));
previous.addEventListener('click', () => step(-1));
query.addEventListener('keydown', event => {
  if (event.isComposing) return;
  if (event.key === 'Enter') { event.preventDefault(); if (waiting) search(); else step(event.shiftKey ? -1 : 1); }
  if (event.key === 'Escape') { event.preventDefault(); clear(); }
});
document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea')) return;
  event.preventDefault();
  query.focus();
  query.select();
});
// A link within the page ends the search, which may hide its target.
document.addEventListener('click', event => {
  if (event.target.closest('a[href^="#"]') && query.value) { matches = []; current = -1; clear(); }
});
