"""Who writes the news."""

from ...words import Words

EDITORS = Words("网站编辑部", "Site editors", "Редакция сайта")
