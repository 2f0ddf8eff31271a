document.title = 'Ringback ' + __VERSION__; export {}
