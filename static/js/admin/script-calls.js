// Does what a page calls for as data (mep_site/core/admin/script_calls.py), also in dialogs and rows
// that come later. Only what is named here can be called: nobody who gets HTML into a page gets more.
{
  const FUNCTIONS = ["createTaskChooser", "initDateChooser", "initDateTimeChooser", "initTimeChooser"];
  const CLASSES = [
    "Chooser",
    "DocumentChooser",
    "ImageChooser",
    "InlinePanel",
    "MultipleChooserPanel",
    "PageChooser",
    "SnippetChooser",
  ];

  const call = (name, given) => {
    if (FUNCTIONS.includes(name)) window[name](...given);
    else if (CLASSES.includes(name)) new window[name](...given);
    else throw new Error(`No script may be called by the name ${name}`);
  };

  class ScriptCall extends window.StimulusModule.Controller {
    static values = { name: String };

    // Once, and not again when the row in which it stands is moved.
    initialize() {
      call(this.nameValue, JSON.parse(this.element.textContent));
    }
  }

  window.wagtail.app.register("script-call", ScriptCall);
}
