// The search over the whole book; the appendix "Searching the book" explains
// it.  It runs on search.html only, asks no server, and takes no keys away.
'use strict';
{
  const place = document.getElementById('search');
  const SHOWN = 40;

  // ---------------------------------------------------------- the entries

  const entries = [];   // { link, title, text, page, weight }
  let pagesRead = null; // a promise

  // Each script in search/ calls this with the text of its page.
  window.book = (base, list) => {
    const page = list[0][1];
    for (const [id, title, text] of list) {
      const weight = (/^[789]/.test(base) ? 0.5 : 1)
        * (id.startsWith('chunk-') ? 0.6 : 1);
      entries.push({ link: `${base}.html#${id}`, title, text, page, weight });
    }
  };

  const readPage = base => new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = `search/${base}.js`;
    script.onload = done;
    script.onerror = () => failed(new Error(base));
    document.head.append(script);
  });

  function readPages() {
    pagesRead ??= Promise.all(place.dataset.pages.split(' ').map(readPage));
    return pagesRead;
  }

  // ---------------------------------------------------------- the ranking

  // Finds any of the words where a word begins, or after an underscore.
  const pattern = words => new RegExp('(?<![\\p{L}\\p{N}])(?:' + words
    .map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')
    + ')', 'giu');

  const wordsOf = query => [...new Set(query.toLowerCase().split(/\s+/)
    .map(word => word.replace(/^[^\p{L}\p{N}_√]+|[^\p{L}\p{N}_]+$/gu, ''))
    .filter(word => word !== ''))];

  const count = (text, pattern) => (text.match(pattern) ?? []).length;

  function scoreOfWord(word) {
    const found = pattern([word]);
    const times = entries.map(e => count(e.text, found));
    const titled = entries.map(e => count(e.title, found) > 0 ? 1 : 0);
    const having = times.filter((f, i) => f > 0 || titled[i]).length;
    const rarity = Math.log(1 + entries.length / Math.max(having, 1));
    return { word, rarity, of: i =>
      rarity * (times[i] / (times[i] + 2) + 3 * titled[i]) };
  }

  function search(query) {
    const scores = wordsOf(query).map(scoreOfWord);
    if (scores.length === 0) return { hits: [], words: [] };
    const phrase = query.toLowerCase();
    const hits = [];
    entries.forEach((entry, i) => {
      const parts = scores.map(score => score.of(i));
      if (parts.includes(0)) return;
      const whole = `${entry.title} ${entry.text}`.toLowerCase();
      const factor = scores.length > 1 && whole.includes(phrase) ? 2 : 1;
      const score = parts.reduce((a, b) => a + b) * factor * entry.weight;
      hits.push({ entry, score });
    });
    hits.sort((a, b) => b.score - a.score); // of equals the earlier first
    scores.sort((a, b) => b.rarity - a.rarity);
    return { hits: hits.map(hit => hit.entry),
             words: scores.map(score => score.word) };
  }

  // ------------------------------------------------------------- the page

  function element(name, attributes, ...content) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes))
      node.setAttribute(key, value);
    node.append(...content);
    return node;
  }

  // A text as nodes, the words in it marked.
  function marked(text, words) {
    const nodes = [];
    let at = 0;
    for (const match of text.matchAll(pattern(words))) {
      nodes.push(text.slice(at, match.index), element('mark', {}, match[0]));
      at = match.index + match[0].length;
    }
    return [...nodes, text.slice(at)];
  }

  // What stands around the first of the words, rarest first, that is there.
  function excerpt(text, words) {
    const places = words.map(word => text.search(pattern([word])));
    const at = Math.max(0, places.find(place => place >= 0) ?? 0);
    const from = at < 90 ? 0 : text.indexOf(' ', at - 80) + 1;
    const to = text.length < from + 220 ? text.length
      : text.lastIndexOf(' ', from + 200);
    return (from > 0 ? '… ' : '') + text.slice(from, to)
      + (to < text.length ? ' …' : '');
  }

  function item(entry, words) {
    const node = element('li', {},
      element('a', { href: entry.link }, ...marked(entry.title, words)));
    if (entry.title !== entry.page)
      node.append(' ', element('small', {}, entry.page));
    if (entry.text !== '')
      node.append(element('p', {}, ...marked(excerpt(entry.text, words), words)));
    return node;
  }

  function summary(query, n) {
    if (query === '') return '';
    if (n === 0) return `Nothing was found for “${query}”.`;
    return `${n} ${n === 1 ? 'place' : 'places'}`
      + (n > SHOWN ? `; the best ${SHOWN} are shown.` : '.');
  }

  const field = element('input', { id: 'search-field', type: 'search',
                                   autocomplete: 'off', spellcheck: 'false' });
  const status = element('p', { role: 'status' });
  const results = element('ol', { class: 'results' });
  const form = element('form', { role: 'search' },
    element('label', { for: 'search-field' }, 'Words to look for'), field);

  async function run() {
    const query = field.value.trim();
    try {
      await readPages();
    } catch (error) {
      status.textContent = `search/${error.message}.js cannot be read.`;
      return;
    }
    if (query !== field.value.trim()) return; // more was typed meanwhile
    const { hits, words } = search(query);
    results.replaceChildren(...hits.slice(0, SHOWN)
      .map(entry => item(entry, words)));
    status.textContent = summary(query, hits.length);
    remember(query);
  }

  // The words stand in the address, so that "back" leads to the results.
  function remember(query) {
    try {
      history.replaceState(null, '', '#' + encodeURIComponent(query));
    } catch {
      // A browser may forbid it for files; nothing else depends on it.
    }
  }

  function recall() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return ''; // the address was not made by us
    }
  }

  let timer;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(run, 120);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    run();
  });
  place.replaceChildren(form, status, results);
  field.value = recall();
  field.focus();
  if (field.value !== '') run();
}
