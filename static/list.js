// Lists that readers can narrow: by verdict, kind, outlet, year and so on.
//
// A page has a <div class="filters"> for each such list. Its data-facets say
// what can be chosen, a facet a line: name in the address, name on the page,
// then id and label of each value, with tabulators between them. The values are
// numbered over all lines, and an entry's data-f (or what data-by says) holds
// the numbers of its own. A list that goes over several pages has data-script
// instead: the generator's script with all of it, which calls crosscheck.list,
// and, for the entries to be shown, further ones that call crosscheck.block.
//
// What is chosen stands in the address: ?verdict=agree&year=2021. The page of a
// name has a <p class="narrow">, which gets links to such addresses.
'use strict'
if (window.crosscheck) { // a newsroom's own site.js may do without
	const {make} = crosscheck
	const blockSize = 100, shownAtOnce = 50

	const load = src => new Promise((done, failed) => {
		const script = make('script', {src})
		script.onload = done
		script.onerror = failed
		document.head.append(script)
	})
	const lists = {}, blocks = {}
	crosscheck.list = (name, facets, rows) => lists[name] = [facets, rows.split('\n')]
	crosscheck.block = (name, n, entries) => blocks[name + n] = entries

	const read = text => text.split('\n').map(line => {
		const [key, name, ...values] = line.split('\t')
		const options = []
		for (let i = 0; i < values.length; i += 2) options.push({id: values[i], label: values[i + 1]})
		return {key, name, options}
	})
	const count = (n, bar) => n + ' ' + (n === 1 ? bar.one : bar.many)

	const narrow = async element => {
		const bar = element.dataset, prefix = bar.name ? bar.name + '-' : ''
		const listed = bar.script && document.querySelector('.listed')
		let facets, rows, elements, mirrors = []
		if (listed) {
			try {
				await load(bar.script)
			} catch {
				return // the list is whole without it
			}
			facets = read(lists[bar.many][0])
			rows = lists[bar.many][1]
		} else {
			elements = [...document.querySelectorAll(`[data-${bar.by}]`)]
			// The same claims again, found by their address.
			if (!bar.name) mirrors = [...document.querySelectorAll('.matrix tr:has(th[scope=row])')]
			facets = read(bar.facets)
			rows = elements.map(e => e.dataset[bar.by])
		}
		rows = rows.map(row => row ? row.split(' ').map(Number) : [])
		const facetOf = facets.flatMap((f, i) => f.options.map(() => i))
		let first = 0
		for (const f of facets) {
			f.first = first
			first += f.options.length
		}

		const form = make('details', {class: 'filter'})
		const told = make('p', {role: 'status'})
		const clear = make('button', {type: 'button', hidden: ''}, 'Clear')
		const fields = make('div', {class: 'facets'})
		for (const f of facets) {
			if (f.options.length === 1 && rows.every(row => row.includes(f.first))) continue // nothing to choose
			f.select = make('select', {name: prefix + f.key})
			f.select.onchange = () => go()
			fields.append(make('label', {}, f.name, f.select))
		}
		form.append(make('summary', {}, 'Filter the ' + bar.many), fields)
		element.replaceChildren(form, make('div', {class: 'told'}, told, clear))
		const results = listed && make('ul', {class: 'claims', hidden: ''})
		const more = listed && make('button', {type: 'button', class: 'more', hidden: ''}, 'Show more')
		if (listed) listed.after(results, more)

		// address tells what is chosen, and takes it in.
		const params = () => new URLSearchParams(location.search)
		const go = () => {
			const p = params()
			for (const f of facets) {
				if (!f.select) continue
				if (f.select.value) p.set(prefix + f.key, f.select.value)
				else p.delete(prefix + f.key)
			}
			const query = p.toString()
			history.pushState(null, '', query ? '?' + query : location.pathname)
			apply()
		}
		clear.onclick = () => {
			for (const f of facets) if (f.select) f.select.value = ''
			go()
			form.querySelector('summary').focus()
		}

		let wasActive = false
		const apply = () => {
			const p = params()
			// The number chosen of each facet; -1 for all. An id that the list
			// does not have finds nothing, and says so.
			const chosen = facets.map(f => {
				const id = f.select && p.get(prefix + f.key)
				if (!id) return -1
				const k = f.options.findIndex(o => o.id === id)
				return k < 0 ? -2 : f.first + k
			})
			const wanted = chosen.map((n, i) => i).filter(i => chosen[i] !== -1)
			const counts = facetOf.map(() => 0), all = facets.map(() => 0), found = []
			rows.forEach((row, entry) => {
				let missing = -1, misses = 0
				for (const i of wanted) if (!row.includes(chosen[i]) && misses++ < 1) missing = i
				if (misses > 1) return
				if (!misses) found.push(entry)
				for (const n of row) if (!misses || facetOf[n] === missing) counts[n]++
				if (misses) all[missing]++
			})
			facets.forEach((f, i) => {
				if (!f.select) return
				const options = [make('option', {value: ''}, `All (${found.length + all[i]})`)]
				f.options.forEach((o, k) => {
					const n = f.first + k
					if (counts[n] || chosen[i] === n) options.push(make('option', {value: o.id}, `${o.label} (${counts[n]})`))
				})
				f.select.replaceChildren(...options)
				f.select.value = chosen[i] < 0 ? '' : facets[i].options[chosen[i] - f.first].id
				f.select.classList.toggle('chosen', chosen[i] >= 0)
			})
			const active = wanted.length > 0
			told.textContent = active ? `${found.length} of ${count(rows.length, bar)}` : count(rows.length, bar)
			clear.hidden = !active
			if (active) form.open = true
			if (listed) {
				listed.hidden = active
				results.hidden = more.hidden = true
				results.replaceChildren()
				if (active) show(found, 0)
				return
			}
			const kept = new Set(found)
			elements.forEach((e, i) => e.hidden = !kept.has(i))
			const address = e => e.querySelector('a[href]')?.href
			const addresses = new Set(found.map(i => address(elements[i])))
			for (const e of mirrors) e.hidden = !addresses.has(address(e))
			for (const body of new Set(mirrors.map(e => e.parentElement))) body.hidden = !body.querySelector('tr:not([hidden]) > th[scope=row]')
			for (const group of document.querySelectorAll('.group')) {
				const entries = [...group.querySelectorAll(`[data-${bar.by}]`)], left = entries.filter(e => !e.hidden).length
				if (!entries.length) continue
				group.hidden = !left
				group.classList.toggle('narrowed', active)
				const n = group.querySelector('.n'), rest = group.querySelector('.rest')
				if (n) n.textContent = left < entries.length ? `${left} of ${entries.length}` : entries.length
				if (rest && (active || wasActive)) rest.open = active
			}
			wasActive = active
		}

		// show asks for the blocks that the next entries lie in, and adds them.
		let turn = 0
		const show = async (found, from) => {
			const mine = ++turn, next = found.slice(from, from + shownAtOnce)
			const needed = new Set(next.map(i => Math.floor(i / blockSize)).filter(n => !blocks[bar.many + n]))
			try {
				await Promise.all([...needed].map(n => load(bar.script.replace(/\.js$/, `/${n}.js`))))
			} catch {
				told.textContent = 'The list could not be loaded.'
				return
			}
			if (mine !== turn) return // something else has been chosen since
			for (const i of next) {
				const [href, label, text, lang, ...meta] = blocks[bar.many + Math.floor(i / blockSize)][i % blockSize]
				const link = make('a', {href: bar.root + href, dir: 'auto'}, text)
				if (lang) link.lang = lang
				results.append(make('li', {class: 'claim-item'}, make('p', {class: 'grade'}, label), make('p', {class: 'claim-text'}, link),
					make('p', {class: 'meta'}, ...meta.filter(m => m).map(m => make('bdi', {}, m)))))
			}
			results.hidden = false
			more.hidden = from + shownAtOnce >= found.length
			more.onclick = () => {
				const first = results.childElementCount
				show(found, from + shownAtOnce).then(() => results.children[first]?.querySelector('a').focus())
			}
		}

		addEventListener('popstate', apply)
		form.open = element.classList.contains('many') && matchMedia('(min-width: 60rem)').matches
		apply()
	}
	for (const element of document.querySelectorAll('.filters')) narrow(element)

	// The page of a name leads to the lists of all, narrowed to that name.
	for (const p of document.querySelectorAll('.narrow')) {
		const {facet, id, root} = p.dataset
		p.append('Filter its ', ...[['claims', 'search/claims.html'], ['findings', 'findings.html'], ['documents', 'search/articles.html']].flatMap(([name, page], i) =>
			[i ? ' · ' : '', make('a', {href: `${root}${page}?${facet}=${encodeURIComponent(id)}`}, name)]))
	}
}
