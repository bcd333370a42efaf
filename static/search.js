// The search. search.html is complete without it: an index from A to Z.
//
// What is found where is in scripts below assets/search/, made by
// generator/search, whose package comment says what they hold. They are loaded
// as a query needs them, by script elements, since a page that was opened from
// disk may load nothing else. A query never needs more than `most` bytes: where
// it would, it goes without what matters least.
(() => {
	'use strict'
	const $ = id => document.getElementById(id)
	const field = $('q'), status = $('found'), box = $('results'), az = $('az')
	if (!window.crosscheck) return field.parentNode.remove() // a newsroom's own site.js does without
	const {make} = crosscheck

	// What the kinds of documents are called, in the order of their numbers, and
	// how much their hits count.
	const kinds = ['claim', 'story', 'document', 'claimant', 'outlet', 'topic', 'quote', 'finding', 'page']
	const boost = [1.7, 1.5, 1.3, 1.6, 1.5, 1.4, 1, .8, .9]
	const worth = [.1, .2, .45, .75, 1.1, 1.5] // of a posting's level
	const most = 66000, perPage = 10

	// Words: as words.Terms in Go has them, to the letter -----------------------
	const letters = {ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ς: 'σ', ی: 'ي', ى: 'ي', ک: 'ك'}
	const unseen = /(?=[\u0300-\u06ff])\p{Mn}|[\u00ad\u0640\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2069\u20d0-\u20ff\ufe00-\ufe0f\ufeff]/gu
	const unspaced = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}ー'
	const word = '[\\p{L}\\p{M}\\p{N}]', initials = `(?<!${word})\\p{L}(?:\\.\\p{L})+(?!${word})`
	const pieces = RegExp(`[${unspaced}]+|[^${unspaced}]+`, 'gu'), isUnspaced = RegExp(`^[${unspaced}]`, 'u')
	const plain = text => text.normalize('NFKD').toLowerCase().replace(unseen, '')
		.replace(/[‘’‚‛ʼ′ʻ]/g, "'").replace(/[ßæœøłđðþıħςیىک]/g, c => letters[c]).normalize('NFC')
	const terms = text => {
		const list = []
		text = plain(text)
			.replace(RegExp(`(?<=\\p{L})'(?:[stdm]|ll|re|ve)(?!${word})`, 'gu'), '\0')
			.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
			.replace(RegExp(initials, 'gu'), s => s.replaceAll('.', ''))
		for (const run of text.match(RegExp(word + '+', 'gu')) || []) {
			for (const piece of run.match(pieces)) {
				const c = [...piece]
				if (isUnspaced.test(piece)) c.forEach((_, i) => list.push(c[i] + (c[i + 1] || '')))
				else list.push(c.slice(0, 30).join(''))
			}
		}
		return list
	}

	// The index --------------------------------------------------------------
	const files = {}, waiting = {}
	let spent // by the query at hand: the size of each file that it needs, also of those loaded before
	window.crosscheckIndex = (key, data) => { files[key] = data }
	crosscheckIndex.terms = terms
	const load = key => waiting[key] ||= new Promise((done, fail) => {
		const script = document.createElement('script')
		script.src = 'assets/search/' + key + '.js'
		script.onload = () => done(files[key])
		script.onerror = () => { delete waiting[key]; fail(Error(key)) }
		document.head.append(script)
	})
	// need loads a file for the query at hand, or nothing where it has had enough.
	const need = async key => {
		if (!(key in spent.files)) {
			const bound = key[0] === 'p' ? 4500 : 3500 // until it is known
			if (spent.bytes + bound > spent.most) return ''
			spent.bytes += spent.files[key] = bound
			spent.bytes += (await load(key)).length - bound
		}
		return load(key)
	}

	const digits = new Map([..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%'()*+,-./:;=?@[]^_`{|}~"].map((c, i) => [c.charCodeAt(), i]))
	const reader = text => ({
		text, at: 0,
		number() {
			for (let n = 0; ;) {
				const d = digits.get(text.charCodeAt(this.at++))
				if (!(d >= 62)) return n * 62 + d
				n = n * 27 + d - 62
			}
		},
		string(n) { return text.slice(this.at, this.at += n) },
	})

	let index
	const begin = async () => {
		if (index) return
		const m = await load('index'), starts = [0]
		for (const r = reader(m.r); r.at < m.r.length;) starts.push(starts.at(-1) + r.number())
		index = {...m, t: m.t.split(' '), f: m.f.split(' '), starts, size: m.t.length + m.f.length + m.r.length + 200}
	}
	// last returns the last place in a sorted list whose value is not above x.
	const last = (list, x) => {
		let from = 0, to = list.length
		while (to - from > 1) {
			const mid = (from + to) >> 1
			list[mid] <= x ? from = mid : to = mid
		}
		return from
	}

	// A file of terms, read: each with where its postings are.
	const read = {}
	const block = async n => {
		const text = await need('t/' + n)
		if (!text) return []
		if (read[n]) return read[n]
		const list = []
		let term = '', part = 0, from = 0
		for (const r = reader(text); r.at < text.length;) {
			term = term.slice(0, r.number()) + r.string(r.number())
			const df = r.number(), length = r.number()
			if (from && from + length > 4000) part++, from = 0
			list.push({term, df, from, many: term.endsWith('*'), file: 'p/' + n + '-' + part})
			from += length
		}
		return read[n] = list
	}
	// beginning returns the terms with a prefix; of those in further files than
	// some, the first.
	const beginning = async (prefix, some) => {
		const found = []
		for (let n = last(index.t, prefix), end = n + some; n < end && n < index.t.length; n++) {
			if (index.t[n] > prefix && !index.t[n].startsWith(prefix)) break
			found.push(...(await block(n)).filter(e => e.term.startsWith(prefix)))
		}
		return found
	}
	const postings = async e => {
		const text = await need(e.file)
		if (!text) return []
		const r = reader(text), levels = [], list = []
		r.at = e.from
		let left = Math.min(e.df, e.many ? 1000 : 2500)
		const mask = r.number()
		for (let l = 5; l >= 0; l--) if (mask >> l & 1) levels.push(l)
		for (const l of levels) {
			let n = l === levels.at(-1) ? left : r.number()
			left -= n
			for (let doc = 0; n--; doc++) list.push([doc += r.number(), worth[l]])
		}
		return list
	}

	// Words that are meant -----------------------------------------------------
	// lookup returns the entries that a word stands for as it is: itself, and what
	// begins with it if it may be unfinished; else only its near forms (talk, talks).
	const alphabetic = /^\p{L}+$/u
	const lookup = async (word, open) => {
		const list = await beginning(word, 2), found = []
		const union = open && list.some(e => e.term === word + '*')
		for (const e of list) {
			const self = e.term === word
			const more = union ? e.term === word + '*' : !e.many && (open || word.length > 3 && e.term.length - word.length < 3 && alphabetic.test(e.term))
			if (self || more) found.push({...e, weight: self ? 1 : open ? .7 : .5, self})
		}
		found.sort((a, b) => b.self - a.self || b.df - a.df)
		return found.slice(0, open ? 64 : 4)
	}

	// near reports whether a term is one edit away from a word: a letter more or
	// less, another, or two swapped (Damerau 1964). Of an unfinished word the term
	// may go on.
	const near = (word, term, open) => {
		let i = 0
		while (i < word.length && word[i] === term[i]) i++
		const a = word.slice(i), b = term.slice(i)
		const fits = (a, b) => open ? b.startsWith(a) : a === b
		return fits(a.slice(1), b.slice(1)) || fits(a, b.slice(1)) || fits(a.slice(1), b) || a[0] === b[1] && a[1] === b[0] && fits(a.slice(2), b.slice(2))
	}
	// guesses returns the entries that a word with one mistake may stand for. The
	// mistake is in the beginning, or behind it, or across (typos.go).
	const guesses = async (word, open) => {
		if (word.length < 4 || !alphabetic.test(word) || isUnspaced.test(word)) return []
		const s = word.length < 6 ? 2 : 3
		const found = new Map()
		const take = list => list.forEach(e => e.many || found.set(e.term, {...e, weight: .5}))
		take((await beginning(word.slice(0, s), 4)).filter(e => near(word, e.term, open)))
		const heads = new Set([word.slice(0, s - 1) + word[s] + word[s - 1] + word.slice(s + 1)])
		const key = word.slice(s, s + 3)
		for (let n = last(index.f, key), end = n + 2; n < end && n < index.f.length; n++) {
			const text = await need('f/' + n)
			for (const r = reader(text || ''); r.at < r.text.length;) {
				const k = r.string(r.number()), fits = k.startsWith(key) && (open || k.length < 3 || k === key)
				for (let size = 1; size <= 4; size++) {
					for (let c = r.number(); c--;) {
						const head = r.string(size)
						if (fits && Math.abs(size - s) < 2 && near(word.slice(0, s), head)) heads.add(head + word.slice(s))
					}
				}
			}
			if (index.f[n + 1] > key + '\uffff') break
		}
		for (const w of [...heads].slice(0, 8)) if (w !== word) take((await beginning(w, 1)).filter(e => open || e.term === w))
		return [...found.values()].sort((a, b) => b.df - a.df).slice(0, 6)
	}

	// The answer -----------------------------------------------------------------
	// query returns the documents that a text finds, best first.
	const query = async text => {
		spent = {bytes: 0, files: {}, most}
		await begin()
		spent.bytes = index.size
		const words = [...new Set(terms(text))].slice(0, 8)
		const open = RegExp(word + '$', 'u').test(text)
		// What is loaded is decided in one order, so that a query finds the same always.
		words.forEach(w => load('t/' + last(index.t, w)))
		let asked = []
		for (const [i, w] of words.entries()) {
			const unfinished = open && i === words.length - 1 || [...w].length === 1 && isUnspaced.test(w)
			asked.push({w, unfinished, found: await lookup(w, unfinished)})
		}
		// A word that stands nowhere has a mistake in it; where little is found, any
		// may have one. Each has its part of what may be loaded, and postings theirs.
		const meant = []
		const guess = async list => {
			for (const [i, a] of list.entries()) {
				spent.most = spent.bytes + (most - 14000 - spent.bytes) / (list.length - i)
				a.guesses = await guesses(a.w, a.unfinished)
			}
			spent.most = most
		}
		const [known, unknown] = [asked.filter(a => a.found.length), asked.filter(a => !a.found.length)]
		await guess(unknown)
		for (const a of unknown) meant.push(...(a.found = a.guesses).map(e => e.term))
		let docs = await weigh(asked)
		if (docs.whole.length < 4 && known.length) {
			await guess(known)
			const wider = asked.map(a => ({...a, found: [...a.found, ...a.guesses.filter(e => !a.found.some(f => f.term === e.term))]}))
			const more = await weigh(wider)
			if (more.whole.length > docs.whole.length) docs = more, asked = wider
		}
		return {
			text, words, meant, ...docs, list: docs.whole[0] ? docs.whole : docs.part,
			set: new Set(asked.flatMap(a => a.found.map(e => e.term))), open: asked.filter(a => a.unfinished).map(a => a.w),
		}
	}
	const weigh = async asked => {
		const docs = new Map()
		let certain = 0, capped = false
		for (const [i, a] of asked.entries()) {
			let df = 0, all = true
			const best = new Map()
			const lists = await Promise.all(a.found.map(postings))
			for (const [j, e] of a.found.entries()) {
				const list = lists[j]
				df += e.df
				if (list.length < e.df) all = false
				for (const [doc, value] of list) if (!(best.get(doc) >= value * e.weight)) best.set(doc, value * e.weight)
			}
			// A word of which only the best documents are known rules nothing out.
			if (all) certain |= 1 << i
			else capped = true
			const rare = Math.log(1 + (index.n - Math.min(df, index.n) + .5) / (Math.min(df, index.n) + .5)) + .1
			for (const [doc, value] of best) {
				const d = docs.get(doc) || docs.set(doc, {doc, kind: last(index.k, doc), mask: 0, words: 0, score: 0}).get(doc)
				d.mask |= 1 << i
				d.words++
				d.score += value * rare * boost[d.kind]
			}
		}
		const full = (1 << asked.length) - 1
		const list = [...docs.values()]
		list.sort((a, b) => b.words - a.words || b.score - a.score || a.doc - b.doc)
		let whole = list.filter(d => d.mask === full)
		if (whole.length < perPage && certain && certain !== full) whole = list.filter(d => (d.mask & certain) === certain)
		return {whole, part: list, capped}
	}

	// What the reader sees -----------------------------------------------------
	// marked returns a text with the words that were found marked; a long one from
	// shortly before the first of them.
	const marked = (text, limit) => {
		const runs = [...text.matchAll(RegExp(initials + `|\\d+(?:,\\d{3})+|(?:${word}|[\u00ad\u200b-\u200d])+`, 'gu'))]
		const hits = []
		for (const run of runs) {
			let at = run.index
			for (const piece of run[0].match(pieces)) {
				if (isUnspaced.test(piece)) {
					const c = [...piece], lit = []
					c.forEach((x, i) => {
						const pair = terms(x + (c[i + 1] || ''))[0]
						if (answer.set.has(pair)) lit[i] = lit[i + 1] = true
						else if (answer.open.some(w => pair?.startsWith(w))) lit[i] = true
					})
					c.forEach((x, i) => {
						if (lit[i]) hits.push([at, at + x.length])
						at += x.length
					})
					continue
				}
				if (terms(piece).some(t => answer.set.has(t) || answer.open.some(w => t.startsWith(w)))) hits.push([at, at + piece.length])
				at += piece.length
			}
		}
		let from = 0
		if (text.length > limit && hits.length && hits[0][1] > limit) from = text.lastIndexOf(' ', hits[0][0] - 40) + 1
		let to = text.length
		if (to - from > limit) to = text.lastIndexOf(' ', from + limit)
		if (to <= from) to = text.length
		const out = [from ? '…' : '']
		let at = from
		for (const [a, b] of hits) {
			if (a < from || b > to) continue
			out.push(text.slice(at, a), make('mark', {}, text.slice(a, b)))
			at = b
		}
		out.push(text.slice(at, to), to < text.length ? '…' : '')
		return out
	}
	let latest = 0, answer, chosen = '', shown = 0
	let turn // queries are answered one after the other; of those that wait, only the last
	const ask = () => {
		const mine = ++latest
		return turn = (async () => {
			await turn
			if (mine !== latest) return
			const rest = said => {
				status.textContent = said
				box.hidden = true
				az.hidden = false
			}
			try {
				if (!terms(field.value).length) return rest('')
				answer = await query(field.value)
				shown = 0
				await show(mine)
			} catch {
				rest('The index could not be loaded. The list below is complete.')
			}
		})()
	}
	const show = async mine => {
		const list = answer.list.filter(d => !chosen || kinds[d.kind] === chosen)
		const phrase = ' ' + answer.words.join(' ') + (answer.open.length ? '' : ' ')
		const page = await Promise.all(list.slice(shown, shown + perPage).map(async d => {
			const n = last(index.starts, d.doc), record = (await load('r/' + n))[d.doc - index.starts[n]]
			return {...d, record, phrase: record.some(t => ` ${terms(t).join(' ')} `.includes(phrase))}
		}))
		if (mine !== latest) return
		// Where the words stand side by side comes first.
		if (answer.words.length > 1) page.sort((a, b) => b.words - a.words || b.phrase - a.phrase)
		const items = page.map(({kind, record: [href, title, text, note]}) => {
			const item = make('li', {class: 'result'})
			const line = (name, ...parts) => item.append(make('p', {class: name, dir: 'auto'}, ...parts))
			line('kindname', kinds[kind])
			line('claim-text', make('a', {href}, ...marked(title, 320)))
			if (text) line('conclusion', ...marked(text, 180))
			if (note) line('aside', ...marked(note, 160))
			return item
		})
		let ol = shown && box.querySelector('ol')
		if (!ol) {
			ol = make('ol', {class: 'plain'})
			box.replaceChildren(filters(), ol)
		}
		ol.append(...items)
		box.querySelector('.more')?.remove()
		const first = shown
		shown += page.length
		if (shown < list.length) {
			const more = make('button', {type: 'button', class: 'more'}, 'More results')
			more.onclick = async () => {
				const at = shown
				await show(latest)
				links()[at]?.focus()
			}
			box.append(more)
		}
		box.dataset.for = answer.text
		box.hidden = !answer.list.length
		az.hidden = true
		const n = list.length, {meant, whole, capped} = answer
		status.textContent = first ? `Results ${first + 1} to ${shown}.` : box.hidden ? 'Nothing was found. Try fewer or other words.' :
			(meant[0] ? `Nothing is spelled so. Near it: ${meant.slice(0, 3).join(', ')}. ` : '') + (whole[0] ? '' : 'Nothing has all these words. With some: ') +
			(capped && n >= 1000 ? 'More than ' : '') + n.toLocaleString('en') + (n === 1 ? ' result.' : ' results.')
	}
	// filters returns the buttons that choose a kind, with how many there are.
	const filters = () => {
		const group = make('div', {class: 'kinds', role: 'group', 'aria-label': 'Show only'})
		const n = kinds.map(() => 0)
		for (const d of answer.list) n[d.kind]++
		const add = (value, name, n) => {
			const button = make('button', {type: 'button', value, 'aria-pressed': chosen === value}, name + ' ', make('span', {class: 'n'}, n))
			button.onclick = async () => {
				chosen = value
				shown = 0
				remember(true)
				await show(++latest)
				box.querySelector(`.kinds [value="${value}"]`).focus()
			}
			group.append(button)
		}
		add('', 'all', answer.list.length)
		kinds.forEach((value, i) => (n[i] || value === chosen) && add(value, value.replace(/y$/, 'ie') + 's', n[i]))
		return group
	}

	// The address keeps the query; while one is typed, only its last form.
	let changed = 0
	const remember = anew => {
		const to = new URL(location.href)
		to.hash = ''
		for (const [key, value] of [['q', field.value.trim()], ['kind', chosen]]) value ? to.searchParams.set(key, value) : to.searchParams.delete(key)
		if (to.href === location.href) return
		try {
			history[anew || Date.now() - changed > 2000 ? 'pushState' : 'replaceState'](null, '', to)
		} catch {} // a browser may refuse it for pages from disk
		changed = Date.now()
	}
	const recall = () => {
		const p = new URLSearchParams(location.search)
		field.value = p.get('q') || ''
		chosen = kinds.find(k => k === p.get('kind')) || ''
		return ask()
	}
	const clear = () => {
		field.value = chosen = ''
		remember()
		ask()
		field.focus()
	}

	// Keys: arrows go through the field and the results.
	const links = () => [...box.querySelectorAll('.result a')]
	let timer
	field.addEventListener('input', () => {
		chosen = field.value ? chosen : ''
		clearTimeout(timer)
		timer = setTimeout(() => { remember(); ask() }, 80)
	})
	const slash = $('slash')
	slash.checked = crosscheck.slash()
	slash.onchange = () => {
		try { localStorage.setItem('crosscheck-slash', slash.checked ? 'on' : 'off') } catch { slash.checked = true }
	}
	addEventListener('keydown', event => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
		const at = document.activeElement, list = links(), i = list.indexOf(at)
		const go = to => { event.preventDefault(); to?.focus() }
		if (event.key === '/' && crosscheck.slash() && !at?.matches?.('input, textarea, select')) {
			go(field)
			field.select()
		} else if (at !== field && i < 0) return
		else if (event.key === 'Enter' && at === field) {
			clearTimeout(timer)
			remember()
			ask().then(() => links()[0]?.focus())
		} else if (event.key === 'ArrowDown') go(list[i + 1] || at)
		else if (event.key === 'ArrowUp' && i >= 0) go(list[i - 1] || field)
		else if (event.key === 'Escape') { event.preventDefault(); clear() }
	})
	addEventListener('popstate', recall)
	if (location.hash === '#q') field.focus()
	recall()
})()
