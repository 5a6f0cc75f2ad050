"""Files of other formats turned into Word files, by LibreOffice where that is installed."""
