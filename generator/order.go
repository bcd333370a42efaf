package generator

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// inOrder does the work for all items, side by side on all cores, and joins the
// results one after the other in the order of the items. So that memory stays
// bounded, no more than a few items per core are begun before the oldest is
// joined. The first error ends it: the one that join returns for the earliest
// item.
func inOrder(items []string, do func(string) work, join func(work) error) error {
	cores := runtime.GOMAXPROCS(0)
	type task struct {
		item string
		done chan work
	}
	begun := make(chan task, 4*cores) // in the order of the items
	todo := make(chan task)
	stop := make(chan struct{})
	defer close(stop)
	for range cores {
		go func() {
			for t := range todo {
				t.done <- guarded(t.item, do)
			}
		}()
	}
	go func() {
		defer close(begun)
		defer close(todo)
		for _, item := range items {
			t := task{item, make(chan work, 1)}
			select {
			case begun <- t:
			case <-stop:
				return
			}
			select {
			case todo <- t:
			case <-stop:
				return
			}
		}
	}()
	for t := range begun {
		if err := join(<-t.done); err != nil {
			return err
		}
	}
	return nil
}

// guarded does the work for an item. A panic is a fault of the program, not of
// the content; it becomes an error that names the story.
func guarded(item string, do func(string) work) (w work) {
	defer func() {
		if r := recover(); r != nil {
			w = work{err: fmt.Errorf("story %s: a fault in crosscheck: %v\n%s", item, r, debug.Stack())}
		}
	}()
	return do(item)
}
