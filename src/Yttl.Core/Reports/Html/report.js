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

// A link to a second (#t=45) opens the page at what is said then.
const secondsOf = at => at.textContent.split('–')[0].split(':').reduce((total, part) => total * 60 + Number(part), 0);
const goToTime = () => {
  const wanted = /^#t=(\d+)/.exec(location.hash);
  if (!wanted) return;
  const second = Number(wanted[1]);
  if (player) player.currentTime = second;
  leaveSearch();
  const place = [...document.querySelectorAll('.segment h3 .at, .cues .at')]
    .findLast(at => secondsOf(at) <= second)?.closest('li, section');
  if (!place) return;
  const details = place.closest('details');
  if (details) details.open = true;
  mark(place);
  place.scrollIntoView({ block: details ? 'center' : 'start', behavior: 'instant' });
};

const mark = place => {
  document.querySelectorAll('.now').forEach(item => { item.classList.remove('now'); item.removeAttribute('aria-current'); });
  if (!place) return;
  place.classList.add('now');
  place.setAttribute('aria-current', 'true');
};

// The search shows only summaries and cues with the words; Enter and the buttons go from one place to the next. What
// matches is what `yttl search` finds: SearchText.cs, SearchWords.cs and SearchedText.cs say it first, and a spec compares
// them.
const form = document.getElementById('search');
const query = document.getElementById('query');
const count = document.getElementById('matches');
const previous = document.getElementById('previous');
const next = document.getElementById('next');
const marks = 'highlights' in CSS && { all: new Highlight(), now: new Highlight() };
let searched, opened, matches = [], current = -1, waiting;

if (marks) {
  marks.now.priority = 1;
  CSS.highlights.set('match', marks.all);
  CSS.highlights.set('match-now', marks.now);
}

const blank = /[\t-\r\x85\p{Z}]/u;
const ignored = new RegExp('[\\p{Cc}\\p{Cf}\\u0640]|(?=\\p{M})[\\u0300-\\u07a5\\u07b1-\\u0903\\u093c\\u0951-\\u0954\\u0980-\\u0983\\u09bc\\u0a00-\\u0a03'
  + '\\u0a3c\\u0a80-\\u0a83\\u0abc\\u0b00-\\u0b03\\u0b3c\\u0b80-\\u0b83\\u0bbc\\u0c00-\\u0c03\\u0c3c\\u0c80-\\u0c83\\u0cbc\\u0d00-\\u0d03\\u0d3c\\u0d80-\\u0d83'
  + '\\u0e47-\\u0e4c\\u0e4e\\u0ec8-\\u0ecc\\u0ece\\u1036-\\u1038\\u17c6-\\u17d1\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\u302a-\\u309a'
  + '\\ufe00-\\ufe2f\\u{e0100}-\\u{e01ef}]', 'u');
const wordly = /[\p{L}\p{M}\p{Nd}]/u;
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const sign = /[\p{P}\p{Sm}\p{Sc}\p{Sk}]/u;
const letters = { 'ʼ': "'", ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ł: 'l', ı: 'i' };
const variants = 'ς\u05da\u05dd\u05df\u05e3\u05e5ぁぃぅぇぉっゃゅょゎ';
const digit = character => {
  let zero = character.codePointAt(0);
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((character.codePointAt(0) - zero) % 10);
};
const foldPart = part => {
  if (blank.test(part)) return ' ';
  if (ignored.test(part)) return '';
  if (sign.test(part)) return '‘’'.includes(part) ? "'" : `'.,:+#`.includes(part) ? part : ' ';
  let letter = part.toLowerCase();
  if (letter >= 'ァ' && letter <= 'ヶ') letter = String.fromCharCode(letter.charCodeAt(0) - 0x60);
  if (variants.includes(letter)) letter = String.fromCharCode(letter.charCodeAt(0) + 1);
  return letters[letter] ?? (/\p{Nd}/u.test(letter) ? digit(letter) : letter);
};
const folds = new Map();
const foldOne = character => {
  let folded = folds.get(character);
  if (folded === undefined) {
    folded = blank.test(character) ? ' ' : [...character.normalize('NFKD')].map(foldPart).join('');
    folds.set(character, folded);
  }
  return folded;
};
// Signs stay where they are part of a word: don't, 1.5, 10:30, C++, C#.
const signs = new RegExp(`((?<=[\\p{L}\\p{M}\\p{Nd}])(?:[+#]{2,}|[+#](?![\\p{L}\\p{M}\\p{Nd}])|['.](?=[\\p{L}\\p{M}\\p{Nd}]))`
  + `|(?<=\\d)[,:](?=\\d))|['.,:+#]`, 'gu');
const withoutLooseSigns = folded => folded.replace(signs, (_, kept) => kept ?? ' ');
const fold = text => { let folded = ''; for (const character of text) folded += foldOne(character); return withoutLooseSigns(folded); };

// A match may begin anywhere but within a word of a script with spaces.
const spaced = character => wordly.test(character) && !unspaced.test(character);
const before = (text, i) => /[\udc00-\udfff]/.test(text[i - 1]) ? text.slice(i - 2, i) : text[i - 1];
const beginsWord = (text, i) => i === 0 || !spaced(before(text, i)) || !spaced(String.fromCodePoint(text.codePointAt(i)));
const find = (text, word, from = 0) => {
  let i = text.indexOf(word, from);
  while (i >= 0 && !beginsWord(text, i)) i = text.indexOf(word, i + 1);
  return i;
};
const allIn = (text, wanted) => wanted.every(word => find(text, word) >= 0);

// The words of an element in their pieces, without the times after its sentences, what those show, and what this page adds.
const pieces = element => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
    node.nodeType === Node.TEXT_NODE ? NodeFilter.FILTER_ACCEPT : node.matches('.cite, .own') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
};
const wordsOf = element => pieces(element).map(piece => piece.data).join('');

// Texts of lines: the title, each summary once, the title of each segment, the transcript.
const line = (item, words = item) => ({ item, words, text: words ? fold(wordsOf(words)) : '' });
const summaries = () => {
  const texts = [...document.querySelectorAll('.prose')].map(prose => [...prose.querySelectorAll('p, li')]);
  const once = new Map();
  for (const text of texts) {
    const key = text.map(wordsOf).join('\n');
    if (!once.has(key)) once.set(key, text.map(item => line(item)));
  }
  return [...once.values()];
};
const index = () => searched ??= {
  summaries: [...[...document.querySelectorAll('h1, .segment h3 .title')].map(title => [line(title)]), ...summaries()],
  cues: [...document.querySelectorAll('.cues li')].map(item => line(item, item.querySelector('.words'))),
};

// A match is a line with all words, or two that follow one another and have them only together.
const passagesIn = (lines, wanted) => {
  const found = [];
  for (let i = 0; i < lines.length; i++) {
    const [one, after] = [lines[i], lines[i + 1]];
    if (allIn(one.text, wanted)) found.push([one]);
    else if (after && allIn(`${one.text} ${after.text}`, wanted) && !allIn(after.text, wanted)) { found.push([one, after]); i++; }
  }
  return found;
};
const passages = wanted => [...index().summaries, index().cues.filter(cue => cue.words)]
  .flatMap(lines => passagesIn(lines, wanted))
  .sort(([one], [other]) => one.item.compareDocumentPosition(other.item) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

// The positions of the words in the original text: folding can change its length. A word that lies in two pieces has two
// ranges, with the time between them in neither.
const ranges = ({ words }, wanted) => {
  let folded = '';
  const nodes = [], origin = [], end = [];
  for (const node of pieces(words)) {
    let at = 0;
    for (const character of node.data) {
      const piece = foldOne(character);
      folded += piece;
      for (let i = 0; i < piece.length; i++) { nodes.push(node); origin.push(at); end.push(at + character.length); }
      at += character.length;
    }
  }
  folded = withoutLooseSigns(folded);
  const found = [];
  for (const word of wanted) {
    for (let i = find(folded, word); i >= 0; i = find(folded, word, i + word.length)) {
      for (let from = i, to; from < i + word.length; from = to) {
        to = from + 1;
        while (to < i + word.length && nodes[to] === nodes[from]) to++;
        const range = new Range();
        range.setStart(nodes[from], origin[from]);
        range.setEnd(nodes[from], end[to - 1]);
        found.push(range);
      }
    }
  }
  return found;
};

const show = () => {
  const match = matches[current];
  count.textContent = match ? `${current + 1} of ${matches.length}` : query.value.trim() ? 'No match' : '';
  previous.disabled = next.disabled = matches.length === 0;
  mark(match?.lines[0].item);
  if (!match) return;
  if (marks) { marks.now.clear(); match.ranges.forEach(range => marks.now.add(range)); }
  match.lines[0].item.scrollIntoView({ block: 'center', behavior: 'instant' });
};

const search = () => {
  clearTimeout(waiting);
  waiting = 0;
  const words = [...new Set(fold(query.value).split(' '))].filter(word => word);
  const wanted = words.length > 0;
  const place = matches[current]?.lines[0].item;
  const details = [...document.querySelectorAll('details.transcript')];
  opened ??= new Map(details.map(one => [one, one.open]));
  matches = wanted ? passages(words).map(found => ({ lines: found })) : [];
  const found = new Set(matches.flatMap(match => match.lines));
  const items = [...found].map(one => one.item);
  const holders = new Set(items.map(item => item.closest('details, .prose')));
  index().cues.forEach(cue => { cue.item.hidden = wanted && !found.has(cue); });
  details.forEach(one => { one.open = wanted ? holders.has(one) : opened.get(one) || one.contains(place); });
  document.querySelectorAll('.prose').forEach(one => one.classList.toggle('without', wanted && !holders.has(one)));
  const shown = new Set(items.flatMap(item => [item.closest('.segment'), item.closest('.hour'), item.closest('#summary')]));
  document.querySelectorAll('#summary, .hour, .segment').forEach(one => one.classList.toggle('without', wanted && !shown.has(one)));
  document.body.classList.toggle('searching', wanted);
  if (marks) {
    marks.all.clear();
    marks.now.clear();
    matches.forEach(match => {
      match.ranges = match.lines.flatMap(one => ranges(one, words));
      match.ranges.forEach(range => marks.all.add(range));
    });
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
const leaveSearch = () => { if (query.value) { matches = []; current = -1; clear(); } };

form.hidden = false;
show();
goToTime();
addEventListener('hashchange', goToTime);
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
  if (event.target.closest('a[href^="#"]')) leaveSearch();
});

// Escape closes the words that a time shows, until the pointer and the focus leave it.
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  document.querySelectorAll('.cite:is(:hover, :focus-within)').forEach(cite => {
    cite.classList.add('closed');
    ['pointerleave', 'focusout'].forEach(leave =>
      cite.addEventListener(leave, () => cite.classList.remove('closed'), { once: true }));
  });
});
