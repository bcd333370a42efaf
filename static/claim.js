// Claim pages: a base of the reader's own choice, and variants that light up
// their fellows. The page is complete without it.
//
// It relies on site.js, on the cards (#w- and the siglum) in their order, on the
// table of variants, and on #collation, which holds how any two sources differ
// in each row, as generator/render/pairs.go has worked it out.
'use strict'
{
	const block = document.getElementById('collation')
	const table = document.querySelector('.variants')
	if (block && table && window.crosscheck) { // a newsroom's own site.js may do without
		const {make, say} = crosscheck
		const given = JSON.parse(block.textContent), sigla = given.w
		const cards = sigla.map(s => document.getElementById('w-' + s))
		const quotes = cards.map(c => c.querySelector('blockquote p'))
		const lines = sigla.map(s => table.querySelector(`tbody [href="#w-${s}"]`).closest('tr'))
		const texts = quotes.map(q => q.textContent)
		const cells = given.c.map((lengths, w) => {
			let at = 0
			return lengths.map(n => {
				if (n > 0) at += texts[w].slice(at).search(/\S/)
				const start = at
				if (n > 0) at += n
				return {start, end: at, silent: n < 0, empty: n <= 0}
			})
		})
		const columns = given.v.map((from, i) => ({from, to: given.v[i + 1] ?? given.k.length}))
		const names = {t: 'typ', p: 'pun', s: 'spe', i: 'inf', r: 'ord', w: 'wor', o: 'omi', n: 'nam', d: 'dat', u: 'num', x: 'neg'}
		const code = (row, i, j) => i === j ? '.' : given.k[row][i < j ? j * (j - 1) / 2 + i : i * (i - 1) / 2 + j] || '.'
		const words = (w, row) => texts[w].slice(cells[w][row].start, cells[w][row].end)
		const heads = [...table.tHead.rows[0].cells].slice(1), same = heads.map(h => h.classList.contains('eq'))
		for (const h of heads) h.firstChild.replaceWith(make('a', {href: '#' + h.id}, h.firstChild.data.trim()), ' ')
		let base = given.b

		const span = (name, ...inside) => make('span', {class: name}, ...inside)
		const mark = (kind, ...inside) => span('v v-' + kind, ...inside)
		const unseen = text => span('sr', text)

		// How a cell that has words differs from the base.
		const differs = (w, row) => {
			const b = cells[base][row]
			return w === base ? '' : b.silent ? 'out' : b.empty ? 'add' : names[code(row, base, w)] || ''
		}
		// Words of the base are away, not left out, if all of them stand elsewhere.
		const away = codes => codes.includes('e') && /^[eh]+$/.test(codes)
		const lacks = (w, row) => cells[w][row].empty && !cells[w][row].silent && !cells[base][row].empty

		function markCard(w) {
			const list = []
			let left = [], codes = '', at = 0
			const missing = () => {
				if (left.length) list.push({left: left.join(' '), away: away(codes)})
				left = [], codes = ''
			}
			cells[w].forEach((cell, row) => {
				if (lacks(w, row)) left.push(words(base, row)), codes += code(row, base, w)
				if (cell.empty) return
				missing()
				const kind = differs(w, row), parts = w === base && given.k[row] !== ''
				const last = list.at(-1), text = texts[w].slice(at, cell.end)
				if (last && !last.left && last.kind === kind && last.parts === parts) last.text += text
				else list.push({text, kind, parts})
				at = cell.end
			})
			missing()
			if (at < texts[w].length) list.push({text: texts[w].slice(at), parts: true})
			quotes[w].replaceChildren(...list.flatMap(p => {
				if (p.left) return make('span', {class: 'v v-' + (p.away ? 'ord away' : 'omi'), 'data-o': p.left})
				if (p.kind) return [p.text.match(/^\s*/)[0], mark(p.kind, p.text.trimStart())]
				const each = p.parts ? [] : [...p.text.matchAll(/\S+/g)], n = each.length
				if (n < 7) return p.text
				const from = each[2].index, to = each[n - 3].index + each[n - 3][0].length
				return [p.text.slice(0, from), span('run', p.text.slice(from, to)), p.text.slice(to)]
			}))
		}

		function markLine(w) {
			columns.forEach(({from, to}, i) => {
				if (cells[w].slice(from, to).every(c => c.silent)) return
				const cell = lines[w].cells[i + 1], moved = cell.querySelector('.moved')
				const content = []
				let filled = false, codes = '', at = -1
				for (let row = from; row < to; row++) {
					const c = cells[w][row]
					if (lacks(w, row)) {
						const k = code(row, base, w)
						codes += k
						content.push(k === 'm' ? unseen(` (left out here: ${words(base, row)}) `) : k === 'e' ? mark('ord away') : mark('omi'))
					}
					if (c.empty) continue
					if (at >= 0 && at < c.start) content.push(' ')
					at = c.end
					filled = true
					const kind = differs(w, row)
					content.push(kind ? mark(kind, words(w, row)) : words(w, row))
				}
				if (!filled) content.splice(0, content.length, ...!codes ? [] : [away(codes) ? mark('ord away') : mark('omi')])
				// A cell that is marked as a whole carries the mark itself.
				const whole = content.length === 1 && content[0].className
				cell.className = whole || (same[i] ? 'eq' : '')
				if (whole) content.splice(0, 1, ...content[0].childNodes)
				if (moved) content.push(' ', moved)
				cell.replaceChildren(...content)
			})
		}

		// The sentences around each wording, which itself stands in the card.
		for (const link of document.querySelectorAll('[data-before]')) {
			const {before, after = ''} = link.dataset, mark = link.closest('.card').querySelector('blockquote p').textContent.trim().replace(/\s+/g, ' ')
			link.dataset.preview = before + mark + after
			link.dataset.mark = mark
		}

		// The base ------------------------------------------------------------------
		const note = document.getElementById('base-note'), why = note.querySelector('span'), chosen = [...why.childNodes]
		const called = w => lines[w].cells[0].querySelector('a').textContent
		const select = make('select', {}, ...sigla.map((s, w) => new Option(called(w) + (w === given.b ? ` (as the ${note.dataset.by} chose)` : ''), s)))
		const back = make('button', {class: 'text'}, `As the ${note.dataset.by} chose`)
		document.getElementById('choice').prepend(make('label', {}, 'Compare with ', select), back)
		const told = [...cards[given.b].querySelector('.base-tag').childNodes]
		const tags = cards.map((card, w) => {
			const tag = card.querySelector('.base-tag') || make('p', {class: 'base-tag'})
			const button = make('button', {class: 'text'}, 'compare with this', unseen(': source ' + sigla[w]))
			const offer = span('offer', ' · ', button)
			button.onclick = () => {
				choose(w)
				select.focus({preventScroll: true})
			}
			card.querySelector('header').insertBefore(tag, card.querySelector('.meta'))
			const line = card.querySelector('.from')
			line.insertBefore(offer, line.querySelector('.permalink'))
			return {tag, offer}
		})

		function show(w) {
			base = w
			select.value = sigla[w]
			back.hidden = w === given.b
			sigla.forEach((_, i) => {
				cards[i].classList.toggle('is-base', i === w)
				lines[i].classList.toggle('base', i === w)
				tags[i].tag.hidden = i !== w
				tags[i].offer.hidden = i === w
				if (i === w) tags[i].tag.replaceChildren(...told)
				lines[i].querySelector('.tag')?.remove()
				markCard(i)
				markLine(i)
			})
			lines[w].cells[0].append(' ', span('tag', 'base'))
			const link = note.querySelector('a')
			link.href = '#w-' + sigla[w]
			link.textContent = 'source ' + called(w).replace(' ', ', ')
			why.replaceChildren(...w === given.b ? chosen : ['You chose it.'])
			columns.forEach(({from, to}, i) => {
				const kind = heads[i].querySelector('b')
				if (kind && /^(added|left out)$/.test(kind.textContent)) kind.textContent = cells[w].slice(from, to).every(c => c.empty) ? 'added' : 'left out'
			})
			for (const e of document.querySelectorAll('.legend dt span')) e.closest('div').hidden = !document.querySelector('.cards .' + e.classList[1])
			clear()
		}

		// The choice is kept in the address, the page's own left out.
		const asked = () => {
			const w = sigla.indexOf(new URLSearchParams(location.search).get('base'))
			return w < 0 ? given.b : w
		}
		function choose(w) {
			if (w === base) return
			show(w)
			const marks = document.querySelectorAll('.cards .v').length
			say(`Compared with source ${called(w)}: ${marks} ${marks === 1 ? 'place' : 'places'} marked`)
			const url = new URL(location)
			if (w === given.b) url.searchParams.delete('base')
			else url.searchParams.set('base', sigla[w])
			try { history.pushState(null, '', url) } catch { /* the page works without an address */ }
		}
		select.onchange = () => choose(sigla.indexOf(select.value))
		back.onclick = () => {
			choose(given.b)
			select.focus()
		}
		addEventListener('popstate', () => asked() !== base && show(asked()))

		// Fellows -------------------------------------------------------------------
		let held = null // the cell that a click has lit, until another click or Escape
		const highlight = window.Highlight && CSS.highlights ? new Highlight() : new Set()
		if (highlight.type) CSS.highlights.set('fellows', highlight)

		// A cell has fellows where its column has several readings: then one has a letter.
		const varies = cell => cell && cell.className !== 'x' && lines.some(line => line.cells[cell.cellIndex].dataset.r)

		function clear() {
			held = null
			dim()
		}
		function dim() {
			for (const e of table.querySelectorAll('.lit')) e.classList.remove('lit')
			highlight.clear()
		}
		function light(cell) {
			dim()
			if (!varies(cell)) return
			const {from, to} = columns[cell.cellIndex - 1]
			lines.forEach((line, w) => {
				const fellow = line.cells[cell.cellIndex]
				if (fellow.dataset.r !== cell.dataset.r || fellow.className === 'x') return
				fellow.classList.add('lit')
				const filled = cells[w].slice(from, to).filter(c => !c.empty)
				if (filled.length) highlight.add(rangeOf(quotes[w], filled[0].start, filled.at(-1).end))
			})
		}
		const read = quote => document.createTreeWalker(quote, 4)
		function rangeOf(quote, start, end) {
			const range = new Range(), walk = read(quote)
			for (let at = 0; walk.nextNode(); at += walk.currentNode.length) {
				const node = walk.currentNode
				if (start >= at && start < at + node.length) range.setStart(node, start - at)
				if (end > at && end <= at + node.length) {
					range.setEnd(node, end - at)
					break
				}
			}
			return range
		}
		const cellAt = target => {
			const cell = target.closest?.('.variants td')
			if (cell) return cell
			const part = target.closest?.('.cards .v'), w = part ? quotes.indexOf(part.parentElement) : -1
			if (w < 0) return null
			let at = 0
			for (const walk = read(quotes[w]); walk.nextNode() && !part.contains(walk.currentNode) && part.compareDocumentPosition(walk.currentNode) & 2;) at += walk.currentNode.length
			const row = cells[w].findIndex(c => !c.empty && c.end > at)
			return lines[w].cells[columns.findIndex(c => row < c.to) + 1]
		}
		addEventListener('pointerover', e => {
			if (!held) light(cellAt(e.target))
		})
		addEventListener('click', e => {
			const cell = cellAt(e.target)
			held = varies(cell) && cell !== held ? cell : null
			light(held)
		})
		table.addEventListener('focusin', e => held || light(cellAt(e.target)))
		table.addEventListener('focusout', () => held || dim())
		addEventListener('keydown', e => {
			if (e.key === 'Escape') clear()
		})

		// One cell is in the order of focus; arrows lead to the others.
		const rows = [...table.tBodies[0].rows]
		for (const cell of table.querySelectorAll('td')) cell.tabIndex = -1
		rows[0].cells[1].tabIndex = 0
		table.addEventListener('keydown', e => {
			const cell = e.target.closest('td')
			const step = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -1e3], End: [0, 1e3]}[e.key]
			if (!cell || !step) return
			e.preventDefault()
			const row = Math.min(Math.max(rows.indexOf(cell.parentElement) + step[0], 0), rows.length - 1)
			const next = rows[row].cells[Math.min(Math.max(cell.cellIndex + step[1], 1), columns.length)]
			cell.tabIndex = -1
			next.tabIndex = 0
			next.focus()
		})

		show(asked())
	}
}
