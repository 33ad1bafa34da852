"""Paper: recibo do pagador and ficha de compensação as PDF. The only room that knows ReportLab."""
