/* The page's test: opens pages in headless Chromium, clicks, types, and holds what
 * they show against the reference model's records and the expected event traces.
 *
 *   drive DIRECTORY            prints PASS and FAIL lines
 *   drive DIRECTORY PICTURES   takes the pictures of docs/view.md instead
 *
 * SPDX-License-Identifier: ISC */
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "browser.h"

static struct browser browser;
static char pages[PATH_MAX];

static void verdict(const char *name, bool good, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void verdict(const char *name, bool good, const char *format, ...)
{
    if (good) {
        printf("PASS view-%s\n", name);
    } else {
        va_list ap;

        printf("FAIL view-%s: ", name);
        va_start(ap, format);
        vprintf(format, ap);
        va_end(ap);
        putchar('\n');
    }
    fflush(stdout);
}

static bool open_page(const char *name, const char *fragment, int width, int height)
{
    char url[PATH_MAX + 256];

    snprintf(url, sizeof url, "file://%s/%s.html%s", pages, name, fragment);
    return browser_open(&browser, url, width, height);
}

/* The value of an expression, kept for longer than browser_value does. */
static char *ask(const char *expression, char buf[256])
{
    snprintf(buf, 256, "%s", browser_value(&browser, expression));
    return buf;
}

static bool is(const char *expression, const char *want)
{
    return strcmp(browser_value(&browser, expression), want) == 0;
}

/* ---- Tests */

static void loads(const char *page, const char *name)
{
    char label[64];
    bool ready = open_page(page, "", 1600, 1000);

    snprintf(label, sizeof label, "loads-%s", name);
    verdict(label, ready && !browser.errors, "%s", browser.errors ? browser.first_error
            : "the page did not become ready");
}

/* Every fetch and every access to data, walked on the page's maps, against what
 * the model recorded; then once more with one entry of a map falsified. */
static void walks_agree(const char *name)
{
    char label[64], all[256], spoilt[256];

    snprintf(label, sizeof label, "walks-%s", name);
    ask("(()=>{const r=checkAll();return r.done>50000&&!r.count?'ok':JSON.stringify(r)})()", all);
    ask("(()=>{const p=STATE.page.get(ppnOf(COL.pc_pte.find((e,t)=>e&&modeAt(t)==0))),"
        "root=COL.root_ppn[COL.root_ppn.length-1],i=[...STATE.page.get(root)][0][1];"
        "const l=i,old=l.value.slice();l.value=old.map(v=>v^0x400);"
        "const r=checkAll(7);l.value=old;return r.count>0?'noticed':'unnoticed'})()", spoilt);
    verdict(label, strcmp(all, "ok") == 0 && strcmp(spoilt, "noticed") == 0,
            "%s, falsified entry %s", all, spoilt);
}

/* A mouse click on the first event of a kind that U code made: the page must show
 * its walk, with the model's agreement. */
static void click_event(const char *label, int kind, const char *expression, const char *want)
{
    char text[600], where[256], got[256];
    int x = 0, y = 0, event = -1;

    snprintf(text, sizeof text,
             "(()=>{select(0);const i=[...COL.event_kind].findIndex((k,n)=>k==%d&&modeAt(COL.event_at[n])==0);"
             "show(COL.event_at[i]-30,90);scrollTo(0,0);const r=canvas.getBoundingClientRect(),"
             "l=VIEW.lanes.find(l=>l.type=='event'&&l.kind==%d);"
             "return [Math.round(r.x+xOf(COL.event_at[i]+0.5)),Math.round(r.y+l.y+8),i].join(' ')})()",
             kind, kind);
    sscanf(ask(text, where), "%d %d %d", &x, &y, &event);
    browser_click(&browser, x, y);
    snprintf(text, sizeof text, "%d", event);
    verdict(label, is("document.body.dataset.event", text) && strcmp(ask(expression, got), want) == 0,
            "clicked event %d at %d,%d; the page has event %s and says '%s', not '%s'", event, x, y,
            browser_value(&browser, "document.body.dataset.event"), got, want);
}

/* The translations that the expected trace has for a module, as the page shows
 * them where they first happen. */
static void trace_agrees(const char *scenario)
{
    char path[256], line[256], kind[16], text[700], got[256], label[64];
    unsigned va, pa, count = 0;
    bool good = true;
    FILE *f;

    snprintf(path, sizeof path, "sim/traces/%s.trace", scenario);
    f = fopen(path, "r");
    while (f && good && fgets(line, sizeof line, f)) {
        if (sscanf(line, "%15s 0x%x -> 0x%x (V", kind, &va, &pa) != 3 || !strstr(line, "(V"))
            continue;
        snprintf(text, sizeof text,
                 "(()=>{for(let t=0;t<N;t++){if(modeAt(t))continue;"
                 "const fetch='%s'=='fetch',a=fetch?fetchOf(t):dataOf(t);"
                 "if(!a||a.access!='%s'||a.va!=%u||a.trap)continue;select(t);"
                 "SEL.want=fetch?'fetch':'data';render();"
                 "if(el('pa').dataset.pa==hex(%u)&&el('verdict').dataset.ok=='true')return 'ok';}"
                 "return 'never shown so'})()", kind, kind, va, pa);
        good = strcmp(ask(text, got), "ok") == 0;
        count++;
    }
    if (f)
        fclose(f);
    snprintf(label, sizeof label, "trace-%s", scenario);
    verdict(label, good && count > 0, "%u lines of %s; %s: %s", count, path, line, got);
}

static void keyboard(void)
{
    char before[256], after[256];
    bool good;

    browser_value(&browser, "selectEvent(3),canvas.focus(),''");
    browser_key(&browser, "n", "KeyN", false);
    good = is("document.body.dataset.event", "4");
    browser_key(&browser, "p", "KeyP", false);
    browser_key(&browser, "ArrowLeft", "ArrowLeft", true);
    verdict("keys-events", good && is("document.body.dataset.event", "2"), "N, P, Shift+Left");

    ask("String(SEL.t+1)", before);
    browser_key(&browser, "ArrowRight", "ArrowRight", false);
    verdict("keys-step", is("document.body.dataset.t", before), "Right does not step");

    ask("String((VIEW.to-VIEW.from)/2)", before);
    browser_key(&browser, "+", "Equal", true);
    ask("String(VIEW.to-VIEW.from)", after);
    verdict("keys-zoom", strcmp(before, after) == 0, "%s, not %s", after, before);

    browser_key(&browser, "2", "Digit2", false);
    good = is("KINDS[COL.event_kind[SEL.event]]", "fault");
    browser_key(&browser, "f", "KeyF", false);
    good = good && is("SEL.access.name", "fetch");
    browser_key(&browser, "d", "KeyD", false);
    verdict("keys-path", good && is("SEL.access.name", "data"), "2, F, D");

    ask("document.documentElement.dataset.theme||'light'", before);
    browser_key(&browser, "t", "KeyT", false);
    verdict("keys-theme", !is("document.documentElement.dataset.theme", before), "T");
    browser_key(&browser, "?", "Slash", true);
    verdict("keys-help", is("String(el('keys').open)", "true"), "? opens nothing");
}

static void shared_frames(void)
{
    verdict("shared", is("(()=>{for(let i=0;i<COL.event_at.length;i++){findFrames(COL.event_at[i]);"
                         "if([...FRAMES.values()].some(f=>f.owners.size>1))return 'seen'}return 'none'})()",
                         "seen"), "no frame with two owners in share");
}

static void test(void)
{
    loads("share-switch", "share");
    walks_agree("share");
    shared_frames();
    loads("twins-ubit", "twins-ubit");
    walks_agree("twins-ubit");
    loads("worked-switch", "worked");
    walks_agree("worked");
    click_event("click-fault", 1, "el('pa').textContent+' '+el('verdict').dataset.ok",
                "store page fault true");
    click_event("click-gate", 0, "el('pa').textContent==hex(codeOf(SEL.t+1).pc)?'entry':'other'",
                "entry");
    trace_agrees("worked");
    keyboard();
    verdict("no-errors", !browser.errors, "%s", browser.first_error);
}

/* ---- Pictures */

static bool picture(const char *directory, const char *name, const char *page, const char *prepare,
                    int height)
{
    char path[PATH_MAX];

    snprintf(path, sizeof path, "%s/view-%s.png", directory, name);
    if (!open_page(page, "", 1600, height))
        return false;
    browser_value(&browser, prepare);
    return browser_picture(&browser, path);
}

static bool pictures(const char *to)
{
    return picture(to, "fault", "worked-switch", "(setTheme('light'),render(),'')", 1560) &&
           picture(to, "gate", "worked-switch", "(()=>{selectEvent([...COL.event_kind].findIndex((k,i)=>"
                   "k==0&&modeAt(COL.event_at[i])==0));zoom(0.1);return ''})()", 800) &&
           picture(to, "shared", "share-switch", "(()=>{setTheme('dark');"
                   "for(let i=0;i<COL.event_at.length;i++){findFrames(COL.event_at[i]);"
                   "const t=COL.event_at[i],f=[...FRAMES.values()].find(f=>f.owners.size>1&&f.owners.has(whoAt(t)));"
                   "if(f&&modeAt(t)==0){selectEvent(i);"
                   "showAddress(f.uses.find(u=>u.who==whoAt(t)).va);break}}return ''})()", 1560) &&
           picture(to, "timeline", "twins-ubit", "(scrollTo(0,0),'')", 380);
}

int main(int argc, char **argv)
{
    char profile[PATH_MAX + 16];
    bool good = true;

    if (argc < 2 || !realpath(argv[1], pages)) {
        fprintf(stderr, "Usage: drive DIRECTORY [PICTURES]\n");
        return 2;
    }
    snprintf(profile, sizeof profile, "%s/profile", pages);
    if (!browser_start(&browser, profile)) {
        printf("FAIL view-browser: chromium does not start\n");
        return 1;
    }
    if (argc > 2)
        good = pictures(argv[2]);
    else
        test();
    browser_stop(&browser);
    return good ? 0 : 1;
}
