/* See browser.h.
 * SPDX-License-Identifier: ISC */
#define _GNU_SOURCE /* asprintf */
#include "browser.h"

#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "columns.h"

#define PATIENCE_MS 20000

/* The browser reads commands from its descriptor 3 and answers on 4. */
static void run_browser(const char *profile, int commands, int answers)
{
    char directory[512];
    int in = dup2(commands, 10), out = dup2(answers, 11);

    setpgid(0, 0);
    if (dup2(in, 3) < 0 || dup2(out, 4) < 0 || !freopen("/dev/null", "w", stderr))
        _exit(127);
    close(in);
    close(out);
    snprintf(directory, sizeof directory, "--user-data-dir=%s", profile);
    execlp("chromium", "chromium", "--headless", "--remote-debugging-pipe", "--disable-gpu",
           "--hide-scrollbars", "--no-first-run", "--disable-extensions",
           "--disable-background-networking", "--disable-dev-shm-usage", directory,
           geteuid() == 0 ? "--no-sandbox" : "--headless", "about:blank", (char *)NULL);
    _exit(127);
}

/* The next message, zero-ended, in b->bytes until take() is called. */
static bool receive(struct browser *b)
{
    while (!b->used || !memchr(b->bytes, 0, b->used)) {
        struct pollfd ready = {.fd = b->from, .events = POLLIN};
        ssize_t n;

        if (b->room - b->used < 65536)
            b->bytes = must_realloc(b->bytes, b->room = 2 * b->room + 131072);
        if (poll(&ready, 1, PATIENCE_MS) <= 0 ||
            (n = read(b->from, b->bytes + b->used, b->room - b->used)) <= 0)
            return false;
        b->used += n;
    }
    return true;
}

static void take(struct browser *b)
{
    size_t n = strlen(b->bytes) + 1;

    b->used -= n;
    memmove(b->bytes, b->bytes + n, b->used);
}

static void note_error(struct browser *b)
{
    if (!strstr(b->bytes, "\"Runtime.exceptionThrown\"") &&
        !(strstr(b->bytes, "\"Log.entryAdded\"") && strstr(b->bytes, "\"level\":\"error\"")))
        return;
    if (!b->errors++)
        snprintf(b->first_error, sizeof b->first_error, "%s", b->bytes);
}

/* Sends a command and returns its answer: a copy, to be freed, or NULL. */
__attribute__((format(printf, 3, 4)))
static char *command(struct browser *b, const char *method, const char *format, ...)
{
    char *params, *message, id[32];
    int n;
    va_list ap;

    va_start(ap, format);
    n = vasprintf(&params, format, ap);
    va_end(ap);
    if (n < 0)
        return NULL;
    n = asprintf(&message, "{\"id\":%u,\"method\":\"%s\",%s\"params\":{%s}}", ++b->sent, method,
                 b->session, params);
    free(params);
    if (n < 0)
        return NULL;
    for (int done = 0; done <= n;) { /* with the zero at its end */
        ssize_t some = write(b->to, message + done, (size_t)(n + 1 - done));

        if (some <= 0) {
            free(message);
            return NULL;
        }
        done += (int)some;
    }
    free(message);
    snprintf(id, sizeof id, "{\"id\":%u,", b->sent);
    while (receive(b)) {
        if (strncmp(b->bytes, id, strlen(id)) == 0) {
            char *answer = strdup(b->bytes);

            take(b);
            return answer;
        }
        note_error(b);
        take(b);
    }
    return NULL;
}

/* The string after "name":" in an answer, unescaped in place; NULL if none. */
static char *string_in(char *answer, const char *name)
{
    char key[64], *from, *to, *begin;

    snprintf(key, sizeof key, "\"%s\":\"", name);
    if (!answer || !(from = strstr(answer, key)))
        return NULL;
    begin = to = from += strlen(key);
    while (*from && *from != '"') {
        if (*from == '\\') {
            from++;
            *to++ = (char)(*from == 'n' ? '\n' : *from);
        } else {
            *to++ = *from;
        }
        from++;
    }
    *to = 0;
    return begin;
}

bool browser_start(struct browser *b, const char *profile)
{
    char *answer, *target;
    int commands[2], answers[2];
    bool good = false;

    *b = (struct browser){0};
    signal(SIGPIPE, SIG_IGN);
    if (pipe(commands) || pipe(answers))
        return false;
    b->pid = fork();
    if (b->pid == 0)
        run_browser(profile, commands[0], answers[1]);
    close(commands[0]);
    close(answers[1]);
    b->to = commands[1];
    b->from = answers[0];

    answer = command(b, "Target.createTarget", "\"url\":\"about:blank\"");
    target = string_in(answer, "targetId");
    if (target) {
        char *attached = command(b, "Target.attachToTarget",
                                 "\"targetId\":\"%s\",\"flatten\":true", target);
        const char *session = string_in(attached, "sessionId");

        if (session) {
            snprintf(b->session, sizeof b->session, "\"sessionId\":\"%.40s\",", session);
            good = true;
        }
        free(attached);
    }
    free(answer);
    if (good) {
        free(command(b, "Runtime.enable", " "));
        free(command(b, "Log.enable", " "));
        free(command(b, "Page.enable", " "));
    }
    return good;
}

void browser_stop(struct browser *b)
{
    b->session[0] = 0;
    free(command(b, "Browser.close", " "));
    close(b->to);
    close(b->from);
    for (int i = 0; i < 50 && waitpid(b->pid, NULL, WNOHANG) == 0; i++) {
        if (i == 30)
            kill(-b->pid, SIGKILL); /* the group that is its own */
        usleep(100000);
    }
    free(b->bytes);
}

bool browser_open(struct browser *b, const char *url, int width, int height)
{
    free(command(b, "Emulation.setDeviceMetricsOverride", "\"width\":%d,\"height\":%d,"
                 "\"deviceScaleFactor\":1,\"mobile\":false", width, height));
    free(command(b, "Page.navigate", "\"url\":\"about:blank\""));
    free(command(b, "Page.navigate", "\"url\":\"%s\"", url));
    for (int i = 0; i < 100; i++) {
        if (strcmp(browser_value(b, "document.body&&document.body.dataset.ready||''"), "yes") == 0)
            return true;
        usleep(100000);
    }
    return false;
}

const char *browser_value(struct browser *b, const char *expression)
{
    static char *last;
    char escaped[4096], *to = escaped, *value;

    for (const char *p = expression; *p && to < escaped + sizeof escaped - 3; p++) {
        if (*p == '"' || *p == '\\')
            *to++ = '\\';
        *to++ = *p;
    }
    *to = 0;
    free(last);
    last = command(b, "Runtime.evaluate", "\"expression\":\"%s\",\"returnByValue\":true", escaped);
    value = string_in(last, "value");
    return value ? value : "";
}

void browser_click(struct browser *b, int x, int y)
{
    static const char *const type[] = {"mousePressed", "mouseReleased"};

    for (int i = 0; i < 2; i++)
        free(command(b, "Input.dispatchMouseEvent", "\"type\":\"%s\",\"x\":%d,\"y\":%d,"
                     "\"button\":\"left\",\"clickCount\":1", type[i], x, y));
}

void browser_key(struct browser *b, const char *key, const char *code, bool shift)
{
    static const char *const type[] = {"keyDown", "keyUp"};

    for (int i = 0; i < 2; i++)
        free(command(b, "Input.dispatchKeyEvent", "\"type\":\"%s\",\"key\":\"%s\","
                     "\"code\":\"%s\",\"modifiers\":%d", type[i], key, code, shift ? 8 : 0));
}

static int base64_digit(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' + 26
         : c >= '0' && c <= '9' ? c - '0' + 52 : c == '+' ? 62 : c == '/' ? 63 : -1;
}

bool browser_picture(struct browser *b, const char *path)
{
    char *answer = command(b, "Page.captureScreenshot", "\"format\":\"png\"");
    char *data = string_in(answer, "data");
    FILE *f = data ? fopen(path, "wb") : NULL;
    unsigned bits = 0, have = 0;

    for (; f && *data && base64_digit(*data) >= 0; data++) {
        bits = bits << 6 | (unsigned)base64_digit(*data);
        have += 6;
        if (have >= 8) {
            have -= 8;
            putc((int)(bits >> have & 0xFF), f);
        }
    }
    free(answer);
    return f && fclose(f) == 0;
}
