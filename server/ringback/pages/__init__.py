"""The office in a browser. Data in, markup out; looks nothing up."""
