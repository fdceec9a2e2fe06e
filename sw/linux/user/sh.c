/* A small shell: lines of words, pipelines, redirection, `cd`, `exit`, and `;` between
 * commands. Programs are looked for in /bin.
 * SPDX-License-Identifier: ISC */
#include "tools.h"

#define WORDS 64

/* Reads one line into `line`; false at the end of the input. */
static bool read_line(char *line, size_t size)
{
    size_t n = 0;
    char c;

    while (read(0, &c, 1) == 1) {
        if (c == '\n') {
            line[n] = '\0';
            return true;
        }
        if (n + 1 < size)
            line[n++] = c;
    }
    line[n] = '\0';
    return n > 0;
}

static bool is_operator(char c)
{
    return c == '|' || c == '<' || c == '>' || c == ';';
}

/* Cuts the line into words and operators (words of their own). Quotes keep spaces. */
static int split(char *line, char **words, char *store)
{
    int n = 0;

    while (*line && n < WORDS - 1) {
        if (*line == ' ' || *line == '\t') {
            line++;
            continue;
        }
        if (*line == '#')
            break;
        words[n++] = store;
        if (is_operator(*line)) {
            *store++ = *line++;
        } else {
            char quote = 0;

            for (; *line && (quote || (*line != ' ' && *line != '\t' && !is_operator(*line)));
                 line++) {
                if (*line == quote)
                    quote = 0;
                else if (!quote && (*line == '"' || *line == '\''))
                    quote = *line;
                else
                    *store++ = *line;
            }
        }
        *store++ = '\0';
    }
    words[n] = NULL;
    return n;
}

static bool is(const char *word, char operator)
{
    return word[0] == operator && word[1] == '\0';
}

static _Noreturn void run_program(char **argv)
{
    char *env[] = {"PATH=/bin", "HOME=/", NULL};
    char path[128] = "/bin/";
    int error;

    if (strlen(argv[0]) + 6 > sizeof(path))
        exit(complain("sh", argv[0], -ENAMETOOLONG));
    if (argv[0][0] == '/' || argv[0][0] == '.')
        path[0] = '\0';
    memcpy(path + strlen(path), argv[0], strlen(argv[0]) + 1);
    error = execve(path, argv, env);
    if (error == -ENOENT && find_tool(argv[0])) /* no file of that name, but one of us */
        error = execve("/bin/tools", argv, env);
    exit(complain("sh", argv[0], error) + 126);
}

/* Applies and removes `< file` and `> file`. False if a file cannot be opened. */
static bool redirect(char **words)
{
    char **to = words;

    for (char **from = words; *from; from++) {
        bool in = is(*from, '<');
        int fd;

        if (!in && !is(*from, '>')) {
            *to++ = *from;
            continue;
        }
        if (!*++from)
            return false;
        fd = open(*from, in ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC);
        if (fd < 0)
            return complain("sh", *from, fd), false;
        dup2(fd, in ? 0 : 1);
        close(fd);
    }
    *to = NULL;
    return words[0] != NULL;
}

/* Runs one pipeline: a child for each part, all at once; the status is the last one's. */
static int run_pipeline(char **words)
{
    int input = -1, pids[WORDS], children = 0, status = 0;

    while (*words) {
        char **end = words, **next;
        int fd[2] = {-1, -1};

        while (*end && !is(*end, '|'))
            end++;
        next = *end ? end + 1 : end;
        if (*end && pipe(fd))
            break;
        *end = NULL;
        pids[children] = fork();
        if (pids[children] == 0) {
            if (input >= 0)
                dup2(input, 0), close(input);
            if (fd[1] >= 0)
                dup2(fd[1], 1), close(fd[0]), close(fd[1]);
            if (!redirect(words))
                exit(2);
            run_program(words);
        }
        if (input >= 0)
            close(input);
        if (fd[1] >= 0)
            close(fd[1]);
        input = fd[0];
        children++;
        words = next;
    }
    for (int i = 0; i < children; i++)
        status = wait_for(pids[i]);
    if (status > 128)
        print("sh: killed by signal %d\n", status - 128);
    return status;
}

static int run_command(char **words)
{
    if (strcmp(words[0], "cd") == 0) {
        const char *to = words[1] ? words[1] : "/";
        int error = SYS(__NR_chdir, to, 0, 0, 0, 0, 0);

        return error ? complain("cd", to, error) : 0;
    }
    if (strcmp(words[0], "exit") == 0)
        exit(words[1] ? (int)number(words[1]) : 0);
    return run_pipeline(words);
}

int tool_sh(int argc, char **argv)
{
    static char line[512], store[2 * sizeof(line)];
    char *words[WORDS];
    int status = 0;

    (void)argc, (void)argv;
    for (;;) {
        char **from = words;
        int n;

        print("gatehouse$ ");
        if (!read_line(line, sizeof(line)))
            return status;
        n = split(line, words, store);
        for (int i = 0; i <= n; i++) {
            if (words[i] && !is(words[i], ';'))
                continue;
            words[i] = NULL;
            if (*from)
                status = run_command(from);
            from = &words[i] + 1;
        }
    }
}
