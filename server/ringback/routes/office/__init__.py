"""The office's pages over HTTP: each joins one page to its data. Every form ends in a redirect, so that going back
or reloading repeats nothing."""
