// What every page has. Pages are complete without it; it adds comfort: the
// reader's choice of colors, addresses that copy themselves, previews, sharing.
//
// Other scripts may use crosscheck.make, .say, .copy and .slash, and pages these
// attributes:
//
//	a.permalink               its address is copied when it is clicked
//	button[data-copy=ID]      copies the text of the element ID; may be hidden
//	                          in the page and is shown by this script
//	a[data-preview=TEXT]      shows the text on hover and focus; the first place
//	                          in it that says data-mark is marked. Its language
//	                          is data-lang or that of the link
'use strict'
{
	const root = document.documentElement
	root.classList.add('js')
	const all = (selector, within = document) => within.querySelectorAll(selector)

	// make returns an element. Children that are strings become text.
	const make = (name, attributes = {}, ...children) => {
		const e = document.createElement(name)
		for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value)
		e.append(...children)
		return e
	}

	// say tells what happened, to eyes and to screen readers.
	const status = make('p', {class: 'said', role: 'status'})
	document.body.append(status)
	let silence
	const say = text => {
		clearTimeout(silence)
		status.textContent = ''
		setTimeout(() => status.textContent = text, 50) // the same words twice are news as well
		silence = setTimeout(() => status.textContent = '', 4000)
	}

	// copy takes the old way where the new one is refused, as on pages without TLS.
	const copy = async (text, said) => {
		try {
			await navigator.clipboard.writeText(text)
		} catch {
			const before = document.activeElement
			const box = make('textarea', {class: 'sr'})
			box.value = text
			document.body.append(box)
			box.select()
			const done = document.execCommand('copy')
			box.remove()
			before?.focus?.()
			if (!done) said = 'This browser does not allow copying'
		}
		say(said)
	}
	window.crosscheck = {make, say, copy}

	// Colors: the system's unless the reader chose. A line in the head of each
	// page sets what is remembered before anything is painted.
	const key = 'crosscheck-theme'
	const tints = [...all('meta[name=theme-color]')].map(meta => [meta, meta.content])
	const themes = make('div', {class: 'themes', role: 'group', 'aria-label': 'Colours'}, 'Colours ')
	for (const [value, name] of [['', 'System'], ['light', 'Light'], ['dark', 'Dark']]) {
		const button = make('button', {type: 'button', value}, name)
		button.onclick = () => {
			try {
				if (value) localStorage.setItem(key, value)
				else localStorage.removeItem(key)
			} catch {} // then it lasts as long as the page
			wear(value)
		}
		themes.append(button)
	}
	const wear = theme => {
		if (theme) root.dataset.theme = theme
		else delete root.dataset.theme
		for (const button of all('button', themes)) button.setAttribute('aria-pressed', button.value === theme)
		for (const [meta, own] of tints) meta.content = theme && tints.length > 1 ? tints[+(theme === 'dark')][1] : own
	}
	const remembered = () => {
		let theme = root.dataset.theme
		try {
			theme = localStorage.getItem(key)
		} catch {}
		wear(theme === 'light' || theme === 'dark' ? theme : '')
	}
	remembered()
	addEventListener('storage', remembered) // chosen in another tab
	addEventListener('pageshow', event => event.persisted && remembered())
	document.querySelector('.footer .wrap')?.append(themes)

	// Permalinks: a heading with an id leads to itself, unless it leads elsewhere.
	for (const h of all('main :is(h2, h3)[id]:not(:has(a, button))')) {
		const link = make('a', {class: 'permalink', href: '#' + h.id})
		link.append(...h.childNodes)
		h.append(link)
	}
	for (const card of all('.card[id]')) {
		if (!card.querySelector('.permalink')) card.querySelector('.from')?.append(' ', make('a', {class: 'permalink', href: '#' + card.id, 'aria-label': 'Address of ' + (card.querySelector('h3')?.textContent.trim() || 'this card')}, '#'))
	}

	// Sharing: the system's own dialog, or else the address to paste.
	const tools = document.querySelector('.tools')
	if (tools) {
		const button = make('button', {type: 'button'}, navigator.share ? 'Share' : 'Copy link')
		button.onclick = () => navigator.share ? navigator.share({title: document.title, url: location.href}).catch(() => {}) : copy(location.href, 'Address copied')
		tools.append(button)
	}

	// Paper: what page it is, and where links into the site lead. The address is
	// that of publication, else the one that the page came from, unless that is a
	// folder on disk.
	root.style.setProperty('--running', JSON.stringify(document.title))
	addEventListener('beforeprint', () => {
		const base = document.querySelector('link[rel=canonical]')?.href || location.href
		for (const a of all('main a[href^=http], main .from a:not(.permalink)')) {
			const address = new URL(a.getAttribute('href'), base).href.replace(/#:~:.*/, '') // a text fragment is no address to read
			a.dataset.address = /^http/.test(address) && !a.textContent.includes('://') ? ` <${address}>` : ''
		}
	})

	for (const button of all('[data-copy][hidden]')) button.hidden = false
	addEventListener('click', event => {
		const at = event.target.closest?.('a.permalink, [data-copy]')
		if (!at || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
		if (at.dataset.copy) {
			const from = document.getElementById(at.dataset.copy)
			if (from) copy(from.textContent.trim(), 'Copied')
		} else copy(at.href, 'Address copied')
	})

	// Previews: of what a link leads to. They stay while they are pointed at,
	// and Escape closes them (WCAG 1.4.13). A finger follows the link at once.
	const box = make('div', {class: 'preview', id: 'preview', role: 'tooltip', hidden: ''})
	document.body.append(box)
	let shown, timer
	const selector = 'a[data-preview], a[role=doc-noteref]'
	const fill = link => {
		const {preview, mark, lang} = link.dataset
		if (preview === undefined) {
			const note = document.getElementById(decodeURIComponent(link.hash.slice(1)))
			if (!note) return false
			const copied = note.cloneNode(true)
			for (const e of all('[role=doc-backlink]', copied)) e.remove()
			for (const e of all('[id]', copied)) e.removeAttribute('id')
			box.replaceChildren(...copied.childNodes)
		} else {
			const at = mark ? preview.indexOf(mark) : -1
			if (at < 0) box.replaceChildren(preview)
			else box.replaceChildren(preview.slice(0, at), make('mark', {}, mark), preview.slice(at + mark.length))
		}
		box.lang = lang || link.closest('[lang]').lang
		box.dir = 'auto'
		return true
	}
	const show = link => {
		hide()
		if (!fill(link)) return
		shown = link
		link.setAttribute('aria-describedby', 'preview')
		box.hidden = false
		box.style.left = 0 // or the edge of the window would make it narrow
		// Below the link where there is room, else above it; inside the window.
		const from = link.getClientRects()[0] || link.getBoundingClientRect()
		const {offsetWidth: width, offsetHeight: height} = box
		const below = from.bottom + height + 8 < innerHeight || from.top < height + 8
		box.style.left = scrollX + Math.max(8, Math.min(from.left, root.clientWidth - width - 8)) + 'px'
		box.style.top = scrollY + (below ? from.bottom + 4 : from.top - height - 4) + 'px'
	}
	const hide = () => {
		clearTimeout(timer)
		shown?.removeAttribute('aria-describedby')
		shown = null
		box.hidden = true
	}
	const later = (what, after) => {
		clearTimeout(timer)
		timer = setTimeout(what, after)
	}
	addEventListener('pointerover', event => {
		if (event.pointerType === 'touch') return
		const link = event.target.closest?.(selector)
		if (link) link === shown ? clearTimeout(timer) : later(() => show(link), 300)
		else if (box.contains(event.target)) clearTimeout(timer)
		else later(() => shown !== document.activeElement && hide(), 200)
	})
	addEventListener('focusin', event => {
		const link = event.target.closest?.(selector)
		if (link?.matches(':focus-visible')) show(link)
		else if (!box.contains(event.target)) hide()
	})
	addEventListener('focusout', event => event.target === shown && later(() => box.contains(document.activeElement) || hide(), 100))
	addEventListener('keydown', event => event.key === 'Escape' && hide())

	// A slash leads to the search, unless the reader has switched that off (WCAG
	// 2.1.4); on its page search.js knows the key.
	window.crosscheck.slash = () => {
		try {
			return localStorage.getItem('crosscheck-slash') !== 'off'
		} catch {
			return true
		}
	}
	addEventListener('keydown', event => {
		const search = document.querySelector('.menu a[href$="search.html"]')
		if (event.key !== '/' || !crosscheck.slash() || event.ctrlKey || event.metaKey || event.altKey || !search || document.getElementById('q') || event.target.closest('input, textarea, select')) return
		event.preventDefault()
		location = search.href + '#q'
	})
}
