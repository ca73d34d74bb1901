// Jcrop finds out whether there is a touch screen by writing a script into an attribute, which the
// Content-Security-Policy forbids; here it is told.
jQuery.Jcrop.defaults.touchSupport = "ontouchstart" in window;
