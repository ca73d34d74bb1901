"""The project package: settings, URLs and the apps that cross the ministry's domains."""
