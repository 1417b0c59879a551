"""What all pages share: base templates, components, static files, formats of days and sums, charts."""
