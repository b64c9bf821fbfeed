// What a browser and its tools see of the built pages.  Called by
// tests/check-web.sh from the top folder; prints what fails and, last,
// "N passed, N failed".
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const require = createRequire(resolve('build/npm/package.json'));
const { chromium } = require('playwright-core');
const { HtmlValidate } = require('html-validate');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const folder = resolve('build/book');
const home = pathToFileURL(folder + '/').href;
const names = readdirSync(folder).filter(n => n.endsWith('.html')).sort();
const figures = readdirSync(folder + '/figures').filter(n => n.endsWith('.svg'));
const html = Object.fromEntries(names.map(name =>
  [name, readFileSync(`${folder}/${name}`, 'utf8')]));

const LARGEST = 150000;       // bytes of a page with its figures
const CONTRAST = 4.5;         // of text, WCAG 2.2

// ------------------------------------------------------------ keeping count

let passed = 0, failed = 0;

function expect(what, faults) {
  const list = [faults].flat().filter(Boolean);
  if (list.length === 0) {
    passed++;
    return;
  }
  failed++;
  console.log(`FAILED: ${what}`);
  for (const fault of list.slice(0, 8)) console.log(`    | ${fault}`);
  if (list.length > 8) console.log(`    | … and ${list.length - 8} more`);
}

// ---------------------------------------------------------------- the files

function checkSizes() {
  const sizes = names.map(name => {
    const drawn = new Set(html[name].match(/figures\/[\w-]+\.svg/g) ?? []);
    const bytes = [name, ...drawn]
      .reduce((sum, file) => sum + statSync(`${folder}/${file}`).size, 0);
    expect(`${name} and its figures are small`,
      bytes < LARGEST ? [] : `${bytes} bytes, at most ${LARGEST}`);
    return { name, bytes };
  });
  const { name, bytes } = sizes.reduce((a, b) => a.bytes > b.bytes ? a : b);
  console.log(`largest page with its figures: ${name}, ${bytes} bytes`);
}

function checkLinks() {
  try {
    execFileSync('build/bin/check-pages', ['build/book', ...names],
                 { stdio: 'pipe' });
    expect('every link and fragment leads somewhere', []);
  } catch (error) {
    expect('every link and fragment leads somewhere',
           String(error.stderr ?? error.message).trim().split('\n'));
  }
}

// The rules left out are matters of style, and one that does not know that a
// link to a chunk may be as short as its number.
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
  },
});

async function checkMarkup() {
  for (const name of names) {
    const { results } = await validator.validateString(html[name]);
    expect(`${name} is valid HTML`, results.flatMap(result => result.messages)
      .map(m => `${m.line}:${m.column} ${m.message} (${m.ruleId})`));
  }
}

function checkScripts() {
  for (const name of names) {
    const scripts = html[name].match(/<script/g) ?? [];
    const allowed = name === 'search.html' ? 1 : 0;
    expect(`${name} is read without JavaScript`,
      scripts.length === allowed ? [] : `${scripts.length} scripts`);
  }
}

// -------------------------------------------------------------- the browser

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
         '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync'],
});

// A page, and what goes wrong on it: requests that leave, and complaints.
async function open(name, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on('request', request => {
    if (!/^(data:|file:)/.test(request.url()))
      page.faults.push(`requests ${request.url()}`);
  });
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type()))
      page.faults.push(message.text());
  });
  page.on('pageerror', error => page.faults.push(error.message));
  await page.goto(home + name);
  return page;
}

const close = page => page.context().close();

const unfold = page => page.evaluate(() => {
  for (const details of document.querySelectorAll('details'))
    details.open = true;
});

// All of axe's rules, or only those named.
async function violations(page, rules) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(rules => window.axe.run({
    preload: false, resultTypes: ['violations'],
    ...(rules && { runOnly: rules }) }), rules);
  return violations.flatMap(v =>
    v.nodes.map(n => `${v.id}: ${n.target.join(' ')}`));
}

const tooWide = page => page.evaluate(() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  return [...document.querySelectorAll('main *')]
    .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1
      && !e.closest('pre, table, .formula, .scroll, math, details.use'))
    .slice(0, 3).map(e => `<${e.localName} class="${e.className}" id="${e.id}">`)
    .concat(`${root.scrollWidth} pixels wide`);
});

// Dark differs from light in its colours only, narrow from wide in what scrolls.
async function checkAccess(name) {
  const page = await open(name);
  await unfold(page);
  expect(`${name}: axe finds nothing`, await violations(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(`${name}, dark: axe finds nothing`,
    await violations(page, ['color-contrast', 'link-in-text-block']));
  expect(`${name}: no request leaves, nothing is refused`, page.faults);
  await close(page);
}

async function checkNarrow(name) {
  const page = await open(name, { viewport: { width: 320, height: 640 } });
  expect(`${name}: 320 pixels are wide enough`, await tooWide(page));
  await unfold(page);
  expect(`${name}: and with everything unfolded`, await tooWide(page));
  expect(`${name}: what scrolls there is reached by the keyboard`,
    await violations(page, ['scrollable-region-focusable']));
  await close(page);
}

// ------------------------------------------------------------- the keyboard

// What has the focus: where it is, and whether that can be seen.
const focused = page => page.evaluate(() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    is: `${element.localName}.${element.className} `
      + element.textContent.trim().slice(0, 30),
    skip: element.matches('.skip'), body: element === document.body,
    main: element.id === 'main',
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.width > 0,
    marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
  };
});

async function checkSkipLink(name) {
  // With scripts the field of the search has the focus from the beginning.
  const page = await open(name, { javaScriptEnabled: name !== 'search.html' });
  await page.keyboard.press('Tab');
  const first = await focused(page);
  const faults = [!first.skip && `the first stop is ${first.is}`,
                  !first.inView && 'the skip link does not show'];
  await page.keyboard.press('Enter');
  faults.push(!(await focused(page)).main && 'it does not lead to the text');
  expect(`${name}: the first key leads past the navigation`, faults);
  await close(page);
}

async function checkStops(name) {
  const page = await open(name, { reducedMotion: 'reduce' });
  const faults = [];
  for (let i = 0; i < 2000; i++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop.body) break;
    if (!stop.inView) faults.push(`out of view: ${stop.is}`);
    if (!stop.marked) faults.push(`no focus to see: ${stop.is}`);
  }
  expect(`${name}: each stop of the keyboard can be seen`, faults);
  await close(page);
}

async function checkKeys(name) {
  const page = await open(name);
  await page.evaluate(() => {
    document.activeElement.blur();
    window.taken = [];
    window.addEventListener('keydown', event => {
      if (event.defaultPrevented) window.taken.push(event.key);
    });
  });
  for (const key of ['/', 's', 'f', 'n', 'p', '?', 'ArrowLeft', 'ArrowRight',
                     'ArrowDown', 'Home', 'End', 'Escape', 'Space'])
    await page.keyboard.press(key);
  const taken = await page.evaluate(() => window.taken);
  const stop = await focused(page);
  expect(`${name}: no key is taken away`, [
    taken.length && `taken: ${taken.join(' ')}`,
    !stop.body && `the focus went to ${stop.is}`,
    page.url() !== home + name && `the page became ${page.url()}`]);
  await close(page);
}

async function checkUnfolding() {
  const page = await open('06-softmax.html');
  const summary = page.locator('details.use > summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  expect('a chunk unfolds by the keyboard',
    await summary.evaluate(s => s.parentElement.open
      && s.parentElement.querySelector('pre').offsetHeight > 0)
      ? [] : 'it stays folded');
  await close(page);
}

async function checkWithoutScripts() {
  const page = await open('search.html', { javaScriptEnabled: false });
  const faults = [];
  for (const link of ['index.html', 'chunks.html', 'identifiers.html'])
    if (!await page.locator(`#search a[href="${link}"]`).isVisible())
      faults.push(`no link to ${link}`);
  expect('without JavaScript the search points to the indexes', faults);
  await close(page);
}

// -------------------------------------------------------------- the figures

// For each text of a drawing its contrast with what is behind it, at both ends
// and in the middle.  The page is behind what nothing else is behind.
const contrasts = paper => {
  const luminance = colour => {
    const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map(v =>
      v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };
  const behind = (x, y) => {
    const shape = document.elementsFromPoint(x, y).find(e =>
      ['path', 'circle', 'rect', 'polygon'].includes(e.localName)
      && getComputedStyle(e).fill !== 'none');
    return shape ? getComputedStyle(shape).fill : paper;
  };
  return [...document.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    const y = (box.top + box.bottom) / 2;
    const places = [box.left + 1, (box.left + box.right) / 2, box.right - 1];
    const fill = getComputedStyle(text).fill;
    const lowest = Math.min(...places.map(x => ratio(fill, behind(x, y))));
    return { text: text.textContent, lowest };
  });
};

async function checkFigures() {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open('index.html', { colorScheme });
    const paper = await page.evaluate(() =>
      getComputedStyle(document.body).backgroundColor);
    let lowest = Infinity;
    for (const name of figures) {
      await page.goto(`${home}figures/${name}`);
      const all = await page.evaluate(contrasts, paper);
      lowest = Math.min(lowest, ...all.map(text => text.lowest));
      expect(`${name}, ${colorScheme}: its texts can be read`, [
        all.length === 0 && 'no text at all',
        ...all.filter(text => text.lowest < CONTRAST)
          .map(text => `“${text.text}” ${text.lowest.toFixed(2)}:1`)]);
    }
    console.log(`lowest contrast of a text in a figure, ${colorScheme}: `
      + `${lowest.toFixed(2)}:1`);
    await close(page);
  }
}

// --------------------------------------------------------------- the search

async function ask(page, words) {
  await page.locator('#search-field').fill('');
  await page.keyboard.type(words);
  await page.waitForFunction(asked =>
    decodeURIComponent(location.hash.slice(1)) === asked, words);
  return page.locator('.results > li > a').evaluateAll(links =>
    links.map(link => link.getAttribute('href')));
}

const leadsSomewhere = href => {
  const [page, id] = href.split('#');
  return html[page]?.includes(`id="${id}"`);
};

async function checkSearch() {
  const page = await open('search.html');
  for (const [words, wanted] of [
    ['temperature', '06-softmax.html'],
    ['softmax overflow', '06-softmax.html'],
    ['attention_softmax', '06-softmax.html'],
    ['utf-8', '03-example.html'],
    ['soft lookup', '01-lookup.html'],
    ['safetensors', '10-inside.html'],
    ['variance of the scores', '05-scores.html'],
  ]) {
    const found = await ask(page, words);
    expect(`the search finds “${words}”`, [
      !found.slice(0, 3).some(href => href.startsWith(wanted))
        && `not in ${wanted} but in ${found.slice(0, 3).join(', ') || 'nothing'}`,
      ...found.filter(href => !leadsSomewhere(href))
        .map(href => `${href} leads nowhere`)]);
  }
  const nothing = await ask(page, 'xylophone');
  const status = await page.locator('#search [role=status]').textContent();
  expect('and says when it finds nothing',
    nothing.length === 0 && /nothing/i.test(status) ? [] : status);

  const [first] = await ask(page, 'temperature');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(home + first);
  await page.goBack();
  await page.locator('.results > li').first().waitFor();
  expect('a result is opened by the keyboard, and one comes back to it',
    await page.locator('#search-field').inputValue() === 'temperature'
      ? [] : 'the words are gone');
  expect('with results, axe finds nothing', await violations(page));
  expect('nor does a request leave', page.faults);
  await close(page);
}

function checkSearchable() {
  const entries = [];
  const book = (base, list) =>
    entries.push(...list.map(([id]) => `${base}.html#${id}`));
  for (const name of readdirSync(folder + '/search'))
    new Function('book', readFileSync(`${folder}/search/${name}`, 'utf8'))(book);
  const ids = names.flatMap(name => [...html[name]
    .matchAll(/<(?:h[1-3]|figure class="chunk") id="([^"]+)"/g)]
    .map(match => `${name}#${match[1]}`))
    .filter(link => !/^((chunks|identifiers)(-[a-z])?|search)\./.test(link));
  expect('every section and chunk can be found', [
    ...ids.filter(link => !entries.includes(link)).map(link => `not: ${link}`),
    ...entries.filter(link => !leadsSomewhere(link))
      .map(link => `${link} leads nowhere`)]);
}

// ------------------------------------------------------------------- all

checkSizes();
checkLinks();
checkScripts();
checkSearchable();
await checkMarkup();
const lap = (last => what => {
  if (process.env.VERBOSE)
    console.log(`${what}: ${((Date.now() - last) / 1000).toFixed(1)} s`);
  last = Date.now();
})(Date.now());
for (const name of names) {
  await checkAccess(name);
  await checkNarrow(name);
  await checkSkipLink(name);
  lap(name);
}
for (const name of ['index.html', 'lesson.html', '06-softmax.html', 'search.html']) {
  await checkStops(name);
  await checkKeys(name);
}
lap('keyboard');
await checkUnfolding();
await checkWithoutScripts();
await checkFigures();
await checkSearch();
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
