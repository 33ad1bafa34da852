"""Tables for other programs: CSV as Brazilian Excel opens it, and XLSX. The only room that imports XlsxWriter."""
