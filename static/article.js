// In an article: which marks are shown is remembered from one to the next, and
// all parts of a passage light up together. Without this script the checkboxes
// work by the style sheet alone.
//
// It relies on the checkboxes #show-c, -f, -d and -s (.layers), and on data-of,
// by which the pieces of a passage and the links behind it name its id.
'use strict'
{
	const all = (selector, within = document) => [...within.querySelectorAll(selector)]
	const boxes = all('.layers input')
	const key = 'crosscheck-layers' // {show-c: true, show-plain: false}

	// Storage may be refused, full, or hold what somebody else has written.
	let chosen = {}
	try {
		chosen = Object(JSON.parse(localStorage.getItem(key)))
	} catch {}

	const plain = document.getElementById('show-plain')
	const apply = () => {
		// Dates that are not marked are text, also for the keyboard.
		const dates = document.getElementById('show-d')?.checked && !plain.checked
		for (const a of all('a.when')) dates ? a.removeAttribute('tabindex') : a.tabIndex = -1
	}
	for (const box of boxes) {
		if (typeof chosen[box.id] === 'boolean') box.checked = chosen[box.id]
		box.addEventListener('change', () => {
			chosen[box.id] = box.checked
			try {
				localStorage.setItem(key, JSON.stringify(chosen))
			} catch {}
			apply()
		})
	}
	if (boxes.length) apply()

	// What a date was understood to mean is shown like every preview of the site.
	for (const a of all('a.when')) {
		const time = a.querySelector('.date[title]')
		if (!time) continue
		a.dataset.preview = time.title
		a.dataset.lang = document.documentElement.lang
		for (const e of all('.date', a)) e.removeAttribute('title')
	}
	// A finger has no hover: it sees the meaning first, and follows when it taps again.
	let tapped
	addEventListener('click', event => {
		const a = event.target.closest?.('a.when')
		if (!a || event.pointerType !== 'touch') return tapped = null
		if (a === tapped) return
		event.preventDefault()
		tapped = a
		a.dispatchEvent(new PointerEvent('pointerover', {bubbles: true, pointerType: 'mouse'}))
	})

	// A passage that other marks or paragraphs cut in pieces is one for the eye:
	// its first piece has the id, the others and the links behind it name it.
	const pieces = id => id ? all('[data-of]').filter(e => e.dataset.of === id && !e.matches('a')).concat(document.getElementById(id) || []) : []
	const light = (name, list) => {
		for (const e of all('.' + name)) e.classList.remove(name)
		for (const e of list) e.classList.add(name)
	}
	for (const type of ['pointerover', 'focusin']) addEventListener(type, event => light('lit', pieces(event.target.closest?.('a.ref')?.dataset.of)))
	const aim = () => {
		try {
			light('aim', pieces(decodeURIComponent(location.hash.slice(1))))
		} catch {}
	}
	addEventListener('hashchange', aim)
	aim()
}
