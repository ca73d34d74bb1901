// Reads the text aloud by the browser's own speech, a sentence at a time: what is long does not
// break off, and to pause means the same everywhere, which speech that is paused does not.

const SKIPPED = "nav, form, script, .more, .page-end, .part-link, .part-report, [aria-hidden=true]";

const speech = window.speechSynthesis;
const find = (name) => document.querySelector(`[data-does=${name}]`);
const [listen, pause, halt] = ["listen", "pause", "stop"].map(find);
const bar = document.querySelector(".reader");
let voices = [], sentences = [], at = 0, turn = 0, isPaused = false, spoken;

/** The voice for a language, of the place where it is at home if there is one. */
function voiceFor(lang) {
  const { language, region } = new Intl.Locale(lang).maximize();
  const tagOf = (voice) => voice.lang.replace("_", "-");
  return voices.find((voice) => tagOf(voice) === `${language}-${region}`)
    ?? voices.find((voice) => tagOf(voice).split("-")[0] === language);
}

/** What stands on lines of its own with the words of an element. */
function blockOf(element) {
  while (getComputedStyle(element).display === "inline") element = element.parentElement;
  return element;
}

/** Runs of text in one block and one language, each with its pieces. */
function passages() {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (parent.closest(SKIPPED) || !parent.checkVisibility()) continue;
    const block = blockOf(parent), { lang } = parent.closest("[lang]");
    const last = found.at(-1);
    if (last?.block === block && last.lang === lang) last.nodes.push(node);
    else if (node.data.trim()) found.push({ block, lang, nodes: [node] });
  }
  return found.filter(({ lang }) => voiceFor(lang));
}

/** The sentences of a passage, each with the place where it stands. */
function* sentencesOf({ block, lang, nodes }) {
  const text = nodes.map(({ data }) => data).join("");
  const place = (offset) => {
    for (const node of nodes) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
  };
  for (const { segment, index } of new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)) {
    if (!segment.trim()) continue;
    const range = new Range();
    range.setStart(...place(index));
    range.setEnd(...place(index + segment.length));
    yield { block, lang, range, text: segment.trim() };
  }
}

function mark(sentence) {
  document.querySelector(".spoken")?.classList.remove("spoken");
  window.CSS.highlights?.delete("spoken");
  if (!sentence) return;
  sentence.block.classList.add("spoken");
  window.CSS.highlights?.set("spoken", new Highlight(sentence.range));
  sentence.block.scrollIntoView({ block: "nearest", behavior: "instant" });
}

function show() {
  bar.hidden = !sentences.length;
  pause.textContent = pause.dataset[isPaused ? "goOn" : "pause"];
}

function speak() {
  const sentence = sentences[at];
  if (!sentence) return stop();
  mark(sentence);
  // Kept, because some browsers forget what nobody else remembers, and never say that it ended.
  spoken = new SpeechSynthesisUtterance(sentence.text);
  const { lang } = sentence, mine = turn;
  Object.assign(spoken, { lang, voice: voiceFor(lang) });
  spoken.onend = () => mine === turn && (at++, speak());
  spoken.onerror = () => mine === turn && stop();
  speech.speak(spoken);
}

function quiet() {
  turn++;
  speech.cancel();
}

function start() {
  quiet();
  sentences = passages().flatMap((passage) => [...sentencesOf(passage)]);
  [at, isPaused] = [0, false];
  show();
  pause.focus();
  speak();
}

function stop() {
  quiet();
  sentences = [];
  mark();
  if (bar.contains(document.activeElement)) listen.focus();
  show();
}

function offer() {
  voices = speech?.getVoices() ?? [];
  const isHeard = voices.length && voiceFor(document.documentElement.lang);
  listen.closest("li").hidden = !isHeard;
  document.querySelector("[data-says=voiceless]").hidden = Boolean(isHeard);
}

listen.onclick = start;
halt.onclick = stop;
pause.onclick = () => {
  isPaused = !isPaused;
  show();
  isPaused ? quiet() : speak();
};
addEventListener("keydown", ({ key }) => key === "Escape" && sentences.length && stop());
addEventListener("pagehide", () => sentences.length && stop());
speech?.addEventListener?.("voiceschanged", offer);
offer();
