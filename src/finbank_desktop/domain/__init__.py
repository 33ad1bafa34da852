"""What laws and manuals define: values, dates, documents, boletos. No input or output here."""
