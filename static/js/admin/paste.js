/*
 * Pasting in the editor. What was copied goes to the server, which makes blocks of it; they are put
 * where the caret is, and what could not be kept is said beside them.
 */
(() => {
  const words = document.currentScript.dataset;
  const RAISED = /<su[pb]\b|vertical-align:\s*su/i;
  const WORTHLESS = "script, noscript, link, meta, xml, template";
  const STYLE = /(<[a-z][^>]*?\s)style(\s*=)/gi;
  const COPIED_STYLE = "data-copied-style";
  const FRAGMENT = "data-draftjs-conductor-fragment";
  // Milliseconds after which somebody who sees nothing wonders whether the key was pressed.
  const UNNOTICED = 700;
  // One paste at a time, in the order of the keys.
  let queue = Promise.resolve();
  // The last paste, as long as it can be taken back.
  let last = null;

  document.addEventListener("paste", onPaste, true);
  document.addEventListener("keydown", onUndoKey, true);

  function onPaste(event) {
    const copied = read(event.clipboardData);
    const paste = pasteInto(event.target, copied);
    if (!paste) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    queue = queue.then(paste).catch(reportError);
  }

  function read(data) {
    return {
      html: data.getData("text/html"),
      text: data.getData("text/plain"),
      hasFiles: data.files.length > 0,
    };
  }

  /* What to do instead of what the browser would; null if that is right. */
  function pasteInto(target, copied) {
    const wrapper = target.closest?.("[data-draftail-editor-wrapper]");
    if (!wrapper) return isRaised(target, copied) ? intoField(target, copied) : null;
    if (!target.closest(".public-DraftEditor-content")) return null;
    if (copied.html || copied.text) return isSimple(copied) ? null : intoEditor(wrapper, copied);
    return copied.hasFiles ? () => tell(wrapper, [words.picture]) : null;
  }

  /* Whether a plain field would lose that letters are raised or lowered. */
  function isRaised(target, { html }) {
    const isField = target.matches?.("textarea, input:not([type]), input[type=text]");
    return isField && !target.readOnly && RAISED.test(html);
  }

  /* A word or an address, or a paragraph of this very editor: its own way loses nothing. */
  function isSimple({ html, text }) {
    if (/^[a-z]+:\S+$/i.test(text.trim())) return true;
    if (!html) return text.trim().split(/\r\n|\r|\n/).length === 1;
    return html.includes(FRAGMENT) && blocksOfFragment(html) === 1;
  }

  function blocksOfFragment(html) {
    const holder = parse(html).content.querySelector(`[${FRAGMENT}]`);
    try {
      return JSON.parse(holder.getAttribute(FRAGMENT)).blocks.length;
    } catch {
      return 0;
    }
  }

  /* Nothing of it is shown or loaded. The policy of the page, which forbids style attributes, would
   * still report each, and so they have another name here. */
  function parse(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html.replace(STYLE, `$1${COPIED_STYLE}$2`);
    return holder;
  }

  /* HTML without what nobody reads and the pictures that were copied with it. */
  function cleaned(html) {
    const holder = parse(html);
    const page = holder.content;
    page.querySelectorAll(WORTHLESS).forEach((element) => element.remove());
    page.querySelectorAll("[src], [srcset]").forEach((element) => {
      element.removeAttribute("src");
      element.removeAttribute("srcset");
    });
    const comments = document.createNodeIterator(page, NodeFilter.SHOW_COMMENT);
    while (comments.nextNode()) comments.referenceNode.remove();
    return holder.innerHTML.replaceAll(` ${COPIED_STYLE}=`, " style=");
  }

  /* The answer of the server; null if there is none, of which the person is told. */
  async function ask({ html, text }, place, anchor) {
    let wait = null;
    const waiting = setTimeout(() => (wait = tell(anchor, [words.waiting])), UNNOTICED);
    try {
      const response = await fetch(words.url, {
        method: "POST",
        redirect: "error",
        headers: {
          "Content-Type": "application/json",
          "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value,
          "X-Requested-With": "XMLHttpRequest",
        },
        body: JSON.stringify({ html: html && cleaned(html), text, ...place }),
      });
      const answer = await response.json();
      if (response.ok) return answer;
      tell(anchor, answer.notes);
    } catch {
      tell(anchor, [words.failed]);
    } finally {
      clearTimeout(waiting);
      wait?.remove();
    }
    return null;
  }

  // Plain fields

  function intoField(field, copied) {
    const { selectionStart, selectionEnd } = field;
    return async () => {
      const answer = await ask(copied, { into: "line" }, field);
      if (!answer) return;
      field.focus();
      field.setSelectionRange(selectionStart, selectionEnd);
      const line = field.matches("input") ? answer.line.replace(/\n/g, " ") : answer.line;
      // Deprecated, but the only way that the field's own undoing knows.
      document.execCommand("insertText", false, line);
    };
  }

  // Editors of formatted text

  function intoEditor(wrapper, copied) {
    const input = inputOf(wrapper);
    const editor = input.draftailEditor;
    const state = editor.getEditorState();
    return async () => {
      const place = placeOf(input);
      const answer = await ask(copied, place.asked, wrapper);
      if (!answer) return;
      const target = atCaret(editor, state);
      const undo = insertAt(place, editor, target, answer.blocks);
      remember(undo);
      if (answer.notes.length) tell(undo?.anchor ?? wrapper, answer.notes, undo);
    };
  }

  function inputOf(wrapper) {
    return wrapper.parentNode.querySelector("input[type=hidden]");
  }

  /* A paragraph goes on in the text; all else needs blocks, where there can be any. */
  function insertAt(place, editor, state, blocks) {
    if (!blocks.length) return null;
    const isText = blocks.length === 1 && isOfKind(blocks[0], place.child?.type);
    return place.sequence && !isText
      ? insertBlocks(place, editor, state, blocks)
      : insertText(editor, state, blocks[0]);
  }

  /* The innermost sequence of blocks that the editor is a block of, and what to ask for it. */
  function placeOf(input) {
    let element = input;
    while (element && !element.rootBlock) element = element.parentElement;
    const found = element && innermost(element.rootBlock, input);
    if (found?.child.block.widget?.input !== input) {
      return { asked: { into: "text", has_lists: hasLists(input) } };
    }
    const kinds = found.sequence.blockDef.childBlockDefsByName;
    const asked = kinds ? { into: "body", kinds: Object.keys(kinds) } : { into: "list" };
    return { ...found, asked };
  }

  /* Items of a list are all of one kind and name none. */
  function isOfKind(block, kind) {
    return (block.type ?? kind) === kind;
  }

  function hasLists(input) {
    return input.draftailEditor.props.blockTypes.some(({ type }) => type === "unordered-list-item");
  }

  function innermost(block, node) {
    const child = block.children?.find(({ element }) => element.contains(node));
    if (child) return innermost(child.block, node) ?? { sequence: block, child };
    return Object.values(block.childBlocks ?? {})
      .map((inner) => innermost(inner, node))
      .find(Boolean);
  }

  /* The state of the editor with the caret where it was when the key was pressed. */
  function atCaret(editor, before) {
    const now = editor.getEditorState();
    if (now.getCurrentContent() === before.getCurrentContent()) return now;
    const selection = before.getSelection();
    const block = now.getCurrentContent().getBlockForKey(selection.getStartKey());
    if (!block) return now;
    const offset = Math.min(selection.getStartOffset(), block.getLength());
    return DraftJS.EditorState.acceptSelection(now, caret(block.getKey(), offset));
  }

  function caret(key, offset) {
    const offsets = { anchorOffset: offset, focusOffset: offset };
    return DraftJS.SelectionState.createEmpty(key).merge(offsets);
  }

  function contentOf(block) {
    return DraftJS.convertFromRaw(JSON.parse(block.value));
  }

  function withFragment(content, selection, fragment) {
    return DraftJS.Modifier.replaceWithFragment(content, selection, fragment.getBlockMap());
  }

  function show(editor, state, content) {
    editor.onChange(DraftJS.EditorState.push(state, content, "insert-fragment"));
  }

  /* The text and the caret as they were. */
  function restore(editor, state) {
    const { EditorState } = DraftJS;
    const restored = EditorState.push(editor.getEditorState(), state.getCurrentContent(), "undo");
    editor.onChange(EditorState.forceSelection(restored, state.getSelection()));
  }

  function insertText(editor, state, block) {
    const before = state.getCurrentContent();
    show(editor, state, withFragment(before, state.getSelection(), contentOf(block)));
    return undoOf([editor], () => restore(editor, state));
  }

  /*
   * What has several paragraphs stands in blocks of its own: between the text before the caret and
   * the text behind it, or in place of an empty block.
   */
  function insertBlocks({ sequence, child }, editor, state, made) {
    const before = state.getCurrentContent();
    const { head, tail } = split(state);
    const [blocks, kind] = [[...made], child.type];
    const isEmpty = !head.hasText() && !tail.hasText();
    const takesFirst = isEmpty && isOfKind(blocks[0], kind);
    let own = before;
    if (takesFirst) own = withFragment(head, end(head), contentOf(blocks.shift()));
    else if (head.hasText() && tail.hasText()) {
      own = head;
      blocks.push({ type: kind, id: crypto.randomUUID?.() ?? null, value: raw(tail) });
    }
    const { index, id } = child;
    const first = tail.hasText() && !head.hasText() ? index : index + 1;
    const inserted = blocks.map((block, at) => insert(sequence, block, first + at));
    const isReplaced = isEmpty && !takesFirst;
    if (isReplaced) sequence.deleteBlock(index, {});
    else if (own !== before) show(editor, state, own);
    const texts = inserted.map(({ block }) => block.widget?.input?.draftailEditor).filter(Boolean);
    focusEnd(texts.at(-1));
    const undo = undoOf(isReplaced ? texts : [editor, ...texts], () => {
      inserted
        .filter((each) => sequence.children.includes(each))
        .forEach((each) => sequence.deleteBlock(each.index, {}));
      if (isReplaced) insert(sequence, { type: kind, id, value: raw(before) }, index);
      else restore(editor, state);
    });
    return { ...undo, anchor: inserted.at(-1).element };
  }

  /* What stands before the caret and behind it, without what is selected. */
  function split(state) {
    const selection = state.getSelection();
    const content = DraftJS.Modifier.removeRange(state.getCurrentContent(), selection, "forward");
    const at = caret(selection.getStartKey(), selection.getStartOffset());
    const collapsed = DraftJS.EditorState.acceptSelection(
      DraftJS.EditorState.push(state, content, "remove-range"),
      at,
    );
    const { stateBefore, stateAfter } = window.draftail.splitState(collapsed);
    return { head: stateBefore.getCurrentContent(), tail: stateAfter.getCurrentContent() };
  }

  function insert(sequence, { type, id, value }, index) {
    return sequence.blockDef.childBlockDefsByName
      ? sequence.insert({ type, id, value }, index)
      : sequence.insert(value, index, { id });
  }

  function raw(content) {
    return JSON.stringify(DraftJS.convertToRaw(content));
  }

  function end(content) {
    const block = content.getLastBlock();
    return caret(block.getKey(), block.getLength());
  }

  function focusEnd(editor) {
    if (editor) editor.onChange(DraftJS.EditorState.moveFocusToEnd(editor.getEditorState()));
  }

  // Taking back

  function undoOf(editors, run) {
    return { editors: new Map(editors.map((editor) => [editor, shown(editor)])), run };
  }

  function shown(editor) {
    return editor.getEditorState().getCurrentContent();
  }

  function remember(undo) {
    document.querySelectorAll(".paste-note__undo").forEach((button) => button.remove());
    last = undo;
  }

  function takeBack(undo) {
    undo.run();
    undo.note?.remove();
    last = null;
  }

  /* The key for undoing takes back the whole paste where nothing was typed since. */
  function onUndoKey(event) {
    const isHeld = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const wrapper = event.target.closest?.("[data-draftail-editor-wrapper]");
    if (!last || !wrapper || !isHeld || event.key.toLowerCase() !== "z") return;
    const isUnchanged = [...last.editors].every(([editor, content]) => shown(editor) === content);
    if (!isUnchanged || !last.editors.has(inputOf(wrapper).draftailEditor)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    takeBack(last);
  }

  // Notes

  function tell(anchor, sentences, undo) {
    const note = document.createElement("div");
    note.className = "paste-note help-block help-info";
    note.setAttribute("role", "status");
    if (anchor.nextElementSibling?.matches(".paste-note")) anchor.nextElementSibling.remove();
    anchor.after(note);
    const list = document.createElement("ul");
    const items = sentences.map(() => document.createElement("li"));
    items.forEach((item, at) => (item.textContent = sentences[at]));
    list.append(...items);
    note.append(list);
    if (undo) {
      undo.note = note;
      note.append(button(words.undo, "paste-note__undo", () => takeBack(undo)));
    }
    const typing = document.activeElement;
    note.append(
      button(words.close, "paste-note__close", () => {
        note.remove();
        typing.focus({ preventScroll: true });
      }),
    );
    note.scrollIntoView({ block: "nearest" });
    return note;
  }

  function button(label, name, onClick) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `button button-small button-secondary ${name}`;
    made.textContent = label;
    made.addEventListener("click", onClick);
    return made;
  }
})();
