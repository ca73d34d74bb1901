// Lets Draftail have its style elements, with hints for empty paragraphs and the numbers of lists in
// lists, which the Content-Security-Policy forbids to whoever does not know the nonce of the page.
{
  const { nonce } = document.currentScript;
  const create = document.createElement;

  document.createElement = function (...given) {
    const element = create.apply(this, given);
    if (element.localName === "style") element.nonce = nonce;
    return element;
  };
}
