"""How a page is set: what stands where on its first screen, and where its lines and columns end."""

import rjieba
from playwright.sync_api import Page

# Texts that are beside the matter: what surrounds a page's own text, or tells of it.
BESIDE = ", ".join(
    [
        *(".page-header", ".precedence-notice", ".notice", ".facts", ".contents", ".figure"),
        *(".filters", ".details", ".parallel-offers", ".overline", ".page-end", "search", "nav"),
        *(".chosen", ".change-mark", ".part-link", ".part-report", ".visually-hidden"),
    ]
)
TOP = "selector => document.querySelector(selector).getBoundingClientRect().top + scrollY"
END_OF_FIRST_SENTENCE = """beside => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, element = text.parentElement;
    const isHeading = element.closest("h1, h2") && !element.closest("li, article");
    if (!text.data.trim() || !element.checkVisibility() || isHeading) continue;
    if (element.closest(beside)) continue;
    const range = document.createRange();
    const end = text.data.search(/[.!?](\\s|$)|[。！？]/);
    range.setStart(text, 0);
    range.setEnd(text, end < 0 ? text.length : end + 1);
    return range.getBoundingClientRect().bottom + scrollY;
  }
  return 0;
}"""
# Of every heading its text, and the places in it where a line begins.
LINES_OF_HEADINGS = """() => [...document.querySelectorAll(":is(h1, h2, h3):lang(zh)")]
  .filter(heading => heading.checkVisibility())
  .map(heading => {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const starts = [];
    let text = "", top;
    while (walker.nextNode()) {
      [...walker.currentNode.data].forEach((sign, at) => {
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const box = range.getBoundingClientRect();
        if (box.width && top !== undefined && box.top > top + box.height / 2) {
          starts.push(text.length);
        }
        if (box.width) top = box.top;
        text += sign;
      });
    }
    return [text, starts];
  })"""
LINES_BEGINNING_WITH_A_DASH = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const boxOf = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (const match of node.data.matchAll(/(\\S)\\s*[—–]/g)) {
      const before = boxOf(node, match.index);
      const dash = boxOf(node, match.index + match[0].length - 1);
      if (before.width && dash.top > before.top + before.height / 2) found.push(node.data.trim());
    }
  }
  return found;
}"""
RIGHT_EDGES = """() => [...document.querySelectorAll(
  "main > :is(.notice, .precedence-notice, .page-end), .columns > :not(.margin), .pagination"
)].filter(element => element.checkVisibility() && !element.closest(".halves"))
  .map(element => Math.round(element.getBoundingClientRect().right))"""


def top_of(page: Page, selector: str) -> float:
    """How far below the top of the page an element begins."""
    return page.evaluate(TOP, selector)


def end_of_first_sentence(page: Page) -> float:
    """How far below the top of the page the first sentence of its text ends; 0 without any."""
    return page.evaluate(END_OF_FIRST_SENTENCE, BESIDE)


def words_broken_in_headings(page: Page) -> list[str]:
    """The Chinese words in headings within which a line ends, such as 研/讨."""
    return [
        f"{text[:start]}/{text[start:]}"
        for text, starts in page.evaluate(LINES_OF_HEADINGS)
        for start in starts
        if _is_within_a_word(text, start)
    ]


def _is_within_a_word(text: str, place: int) -> bool:
    ends, at = set(), 0
    for word in rjieba.cut(text):
        at += len(word)
        ends.add(at)
    return place not in ends


def lines_beginning_with_a_dash(page: Page) -> list[str]:
    """The texts that have such a line."""
    return page.evaluate(LINES_BEGINNING_WITH_A_DASH)


def right_edges(page: Page) -> set[int]:
    """Where text, lists, notices and the end of a page end on the right."""
    return set(page.evaluate(RIGHT_EDGES))
