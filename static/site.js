// What every page has. Pages are complete without it; it adds comfort.
'use strict'
document.documentElement.classList.add('js')
